import { listen as assessments } from './assessments/when-framework-moves.ts'
import { listen as evidence } from './evidence/when-import-undone.ts'
import { listen as feedback } from './feedback/when-evidence-shown.tsx'
import { listen as frameworks } from './frameworks/when-organisation-made.ts'
import { listen as notices } from './notices/when-something-recorded.ts'
import { listen as accounts } from './plans/when-account-written.ts'
import { listen as plans } from './plans/when-needs-shown.ts'
import { listen as records } from './records/when-file-chosen.ts'
import { listen as reviewed } from './reviews/when-account-written.ts'
import { listen as reviews } from './reviews/when-plan-agreed.ts'
import { listen as replanned } from './reviews/when-plan-changes.ts'
import { listen as shown } from './reviews/when-plan-shown.ts'
import { listen as causes } from './reviews/when-something-changes.ts'
import { listen as reframed } from './roles/when-framework-moves.ts'
import { listen as roles } from './roles/when-organisation-made.ts'

let wired = false

/** Connects what happens in one capability with the later ones that react to it, once a process. */
export function wireEvents(): void {
  if (wired) return
  wired = true
  frameworks()
  roles()
  reframed()
  assessments()
  evidence()
  records()
  feedback()
  plans()
  notices()
  accounts()
  reviewed()
  reviews()
  replanned()
  shown()
  causes()
}
