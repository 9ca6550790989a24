type Action = { what: string; owner: string; by: string | null; state: string; doneOn: string | null }

/** What the hand-written queries of `plan-by-hand.ts` find. */
export type Read = {
  person: {
    name: string
    standing: string
    team: string | null
    leader: string | null
    leaderId: string | null
    org: string
    zone: string
    aspiration: string | null
  }
  personId: string
  objectives: {
    id: string
    number: number
    title: string
    kind: string
    private: boolean
    state: string
    measure: string | null
    unit: string | null
    baseline: number | null
    target: number | null
    due: string | null
    agreedOn: string | null
    madeOn: string
    closedAs: string | null
    needId: string | null
    priorityId: string | null
    priority: string | null
    servesAspiration: boolean
    need: number | null
    actions: Action[]
  }[]
  versions: {
    version: number
    agreedOn: string
    by: string
    reviewId: string | null
    changes: { ref: string; words: string; cause: string }[]
  }[]
  reviews: { number: number; day: string; held: boolean }[]
  needs: {
    id: string
    number: number
    title: string
    kind: string
    private: boolean
    competency: string | null
    evidence: number
  }[]
  priorities: { id: string; title: string; from: string }[]
  now: Map<string, number | null>
  today: string
  words: {
    plainDay(day: string): string
    shortDay(day: string, today: string): string
    daysBetween(from: string, to: string): number
  }
}

const esc = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
const percent = (value: number, unit: string | null) =>
  unit === 'share' ? `${Math.round(value * 100)}%` : `${value}`
const DOT = '<svg viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"></circle></svg>'

/** The whole page as one template string, with what the product's page shows. */
export function planTemplate(read: Read): string {
  const { person, personId, objectives, versions, reviews, needs, priorities, now, today, words } = read
  const { plainDay, shortDay, daysBetween } = words
  const own = `/people/${personId}`
  const open = objectives.filter(({ state }) => state !== 'closed')
  const actions = open
    .flatMap((objective) =>
      objective.actions
        .filter(({ state }) => state === 'planned')
        .map((action) => ({ ...action, objective })),
    )
    .sort((a, b) => (a.by ?? '9').localeCompare(b.by ?? '9'))
  const late = actions.filter(({ by }) => by !== null && by < today)
  const next = reviews.find(({ held }) => !held)
  const [latest] = versions
  const lateWords = (by: string | null) => `${by ? daysBetween(by, today) : 0} days late`
  const figure = (one: Read['objectives'][number]) => {
    const at = one.measure ? now.get(one.measure) : one.baseline
    return `${at == null ? '' : percent(at, one.unit)}, target ${one.target === null ? '' : percent(one.target, one.unit)}`
  }
  const done = (one: Read['objectives'][number]) => one.actions.filter(({ state }) => state === 'done').length
  const x = (day: string) => Math.round(daysBetween('2026-06-01', day) * 2)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My development plan - Goldthread</title>
<link rel="stylesheet" href="/assets/app.css"></head><body><a href="#main">Skip to the main content</a>
<header><p>Demo. You are ${esc(person.name)}, ${person.standing}</p>
<form method="post" action="/demo/as"><input type="hidden" name="person" value="${person.leaderId}"><button>Continue as ${esc(person.leader ?? '')}</button></form>
<a href="/demo/tour/1">Tour</a> <a href="/demo/characters">Characters</a> <form method="post" action="/demo/leave"><button>Leave demo</button></form>
<nav>Goldthread Menu <a href="/home">My development</a> <a href="${own}/evidence">Evidence</a> <a href="${own}/gaps">Gaps</a> <a href="${own}/plan">Plan</a> <a href="${own}/reviews">Reviews</a></nav>
<p>${esc(person.name)}, ${person.standing}, ${esc(person.team ?? '')}</p><form method="post" action="/sign-out"><button>Sign out</button></form></header>
<main id="main"><h1>My development plan</h1><p>${latest ? `Version ${latest.version}, agreed on ${plainDay(latest.agreedOn)} with ${esc(latest.by)}.` : ''}</p>
<a class="btn" href="${own}/account">Print the account</a>
<section><h2>Who waits for whom</h2><p>${late.length + 1} things</p><ul>${late
    .map(
      ({ what, owner, by, objective }) =>
        `<li><a href="${own}/objectives/${objective.id}">${owner === person.name ? 'Your action is late' : `You wait for ${esc(owner)}`}: ${esc(what)}</a><p>For O-${objective.number}, ${esc(objective.title)}</p><span>${DOT}${lateWords(by)}</span></li>`,
    )
    .join(
      '',
    )}${next ? `<li><a href="${own}/reviews">The review of the plan comes next</a><p>Set for ${plainDay(next.day)}</p><span>${daysBetween(today, next.day)} days</span></li>` : ''}</ul></section>
<section><h2>What the plan serves</h2><p>Yours, and ${esc(person.org)}</p><table>
<tr><th>Your aspiration</th><td>${esc(person.aspiration ?? '')}</td><td>${open
    .filter(({ servesAspiration }) => servesAspiration)
    .map(({ number }) => `O-${number}`)
    .join(' ')}</td></tr>${priorities
    .map(
      ({ id, title, from }, index) =>
        `<tr><th>Priority ${index + 1}</th><td>${esc(title)}. From ${plainDay(from)}</td><td>${
          open
            .filter(({ priorityId }) => priorityId === id)
            .map(({ number }) => `<a href="#o-${number}">O-${number}</a>`)
            .join(' ') || 'none yet'
        }</td></tr>`,
    )
    .join('')}${open
    .filter((one) => one.private)
    .map(
      ({ title, number }) =>
        `<tr><th>For yourself</th><td>${esc(title)}</td><td>Only you O-${number}</td></tr>`,
    )
    .join('')}</table>
<details><summary>Change where you want to go</summary><form method="post" action="${own}/aspiration"><label>Where do you want to go? <textarea name="aspiration">${esc(person.aspiration ?? '')}</textarea></label><p>In your own words, such as: Team leader by the end of 2028.</p><button>Save where I want to go</button></form></details></section>
<section><h2>The plan in time</h2><p>${next ? `Next review ${plainDay(next.day)}` : 'No review has a date yet'}</p><svg viewBox="0 0 640 200">${open
    .map(
      (one, row) =>
        `<text x="0" y="${20 + row * 30}">O-${one.number}</text><line x1="${x(one.agreedOn ?? one.madeOn)}" x2="${x(one.due ?? today)}" y1="${20 + row * 30}" y2="${20 + row * 30}"></line>${one.actions
          .map(
            ({ by, doneOn, state }) =>
              `<circle class="${state}" cx="${x(doneOn ?? by ?? today)}" cy="${20 + row * 30}" r="4"></circle>`,
          )
          .join('')}`,
    )
    .join(
      '',
    )}${reviews.map(({ day }) => `<line class="review" x1="${x(day)}" x2="${x(day)}" y1="0" y2="200"></line>`).join('')}</svg><p>Action done Planned Late Due Review</p></section>
<section><h2>Objectives</h2><p>${open.filter(({ kind }) => kind === 'professional').length} professional, ${open.filter(({ kind }) => kind === 'personal').length} personal</p><table><caption>Objectives with their place on the thread</caption>
<tr><th>Objective</th><th>Thread</th><th>Actions</th><th>Measure</th><th>Serves</th><th>Due</th></tr>${objectives
    .map(
      (one) =>
        `<tr id="o-${one.number}"><td><a href="${own}/objectives/${one.id}">${esc(one.title)}</a> O-${one.number}, ${one.kind}, ${one.state === 'closed' ? `closed, ${one.closedAs}` : one.private ? `in your plan since ${plainDay(one.agreedOn ?? one.madeOn)}` : one.agreedOn ? `agreed on ${plainDay(one.agreedOn)}` : one.state}, from N-${one.need}</td><td>${one.state === 'closed' ? 'Impact on practice' : one.agreedOn ? 'Actions' : 'Objective'} ${DOT.repeat(6)}</td><td>${done(one)} of ${one.actions.length}</td><td>${one.private ? 'Only you' : figure(one)}</td><td>${one.private ? 'Yourself' : [one.priority && esc(one.priority), one.servesAspiration && 'The aspiration'].filter(Boolean).join('; ')}</td><td>${one.due ? shortDay(one.due, today) : 'no date'}</td></tr>`,
    )
    .join('')}</table><a class="btn" href="${own}/objectives/new">Add an objective</a></section>
<section><h2>Actions not yet done</h2><p>By date</p><table><caption>Actions not yet done</caption><tr><th>What</th><th>For</th><th>Who</th><th>By</th><th>State</th><th>Mark</th></tr>${actions
    .map(
      ({ what, owner, by, objective }) =>
        `<tr><td>${esc(what)}</td><td>O-${objective.number}</td><td>${esc(owner)}</td><td>${by ? shortDay(by, today) : ''}</td><td>${by && by < today ? `${DOT}${lateWords(by)}` : 'Planned'}</td><td><form method="post" action="${own}/objectives/${objective.id}/actions"><button>Mark as done ${esc(what)}</button></form></td></tr>`,
    )
    .join('')}</table></section>
<section><h2>Needs</h2><p>${needs.length}, ${needs.filter((need) => need.private).length} only yours</p><ul>${needs
    .map((need) => {
      const closing = open.find(({ needId }) => needId === need.id)
      return `<li><a href="${own}/needs/${need.id}">${esc(need.title)}</a> N-${need.number}, ${esc(need.competency ?? need.kind)}. ${need.evidence > 0 ? `${need.evidence} item${need.evidence > 1 ? 's' : ''} of evidence.` : 'No evidence named.'} ${need.private ? 'Only you' : closing ? `O-${closing.number}` : `<a href="${own}/objectives/new?need=${need.id}">Make an objective of N-${need.number}</a>`}</li>`
    })
    .join('')}</ul></section>
<section><h2>Versions</h2><p>Every version is kept. Nothing is changed afterwards</p><table><caption>Versions of the plan</caption><tr><th>Version</th><th>From</th><th>What changed</th><th>Cause</th><th>Signed</th><th>Compare</th></tr>${versions
    .map(
      ({ version, agreedOn, by, reviewId, changes }) =>
        `<tr><td>${version}${version === latest?.version ? ', in force' : ''}</td><td>${shortDay(agreedOn, today)}</td><td>${esc(
          changes
            .map(({ ref, words: said }) => `${ref} ${said}`)
            .join('. ')
            .slice(0, 200),
        )}</td><td>${reviewId ? [...new Set(changes.map(({ cause }) => cause))].join(', ') : 'agreed for the first time'}</td><td>${reviewId ? 'Both, at a review' : `Agreed by ${esc(by)}`}</td><td><a href="${own}/plan/versions/${version}">${version > 1 ? 'Compare' : 'Read'} version ${version}</a></td></tr>`,
    )
    .join(
      '',
    )}</table><p>Only you What carries this mark is in your plan and in nobody else’s view, copy or count.</p></section>
<aside><h2>What good looks like here</h2><p>A few objectives, each closing a named need, with dates, actions and somebody waiting for them. It is reviewed at least every eight weeks, and changes with a cause.</p><h3>The mistake people make</h3><p>Writing the plan once, too vague to measure, and not looking at it again: then nothing in it improves anything.</p><h3>A worked example</h3><p>Version 1 had “improve call handling”. At the review it became “ring back on the day promised, complaints reopened from 26% to 18% by 29 January”, because feedback named the missed call-backs.</p></aside></main>
<footer><p>${esc(person.org)}, on Goldthread</p><a href="/settings">Your sign-in</a> <a href="/what-we-keep">What we keep and for how long</a> <a href="/help">Help to get started</a> <a href="/accessibility">Accessibility</a> <a href="/appearance">Appearance</a></footer></body></html>`
}
