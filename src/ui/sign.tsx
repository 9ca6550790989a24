import type { ComponentChildren } from 'preact'

/** Who signs, in order, and where each stands: "Signed on 24 November 2026", "Signs after Amara". */
export function Signatures({
  signers,
}: {
  signers: readonly { name: string; state: ComponentChildren; signed: boolean }[]
}) {
  return (
    <ol class="sign">
      {signers.map((signer, index) => (
        <li key={signer.name} class={signer.signed ? 'signed' : undefined}>
          <span class="k" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <b class="b">{signer.name}</b>
            <br />
            <span class="mut">{signer.state}</span>
          </div>
        </li>
      ))}
    </ol>
  )
}
