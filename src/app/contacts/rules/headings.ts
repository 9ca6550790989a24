import { plain } from '../../../kernel/rows/plain.ts'
import type { Role } from './mapping.ts'

/**
 * What helpdesks and telephone systems call their columns, in English, Portuguese, Spanish, French and German,
 * without accents. A higher figure is a surer sign; the first pattern of a role that fits counts.
 * Source: helpdesk.md 1, 2 and 7.3.
 */
const SIGNS: readonly [Role, number, RegExp][] = [
  [
    'id',
    9,
    /^(ticket|ticker|call|case|contact|conversation|incident|request|chamado|chamada|protocolo|llamada|caso|anruf|vorgangs?|anfrage|appel|demande|interaction)s? ?(id|number|no|nr|key|ref|reference|nummer|numero)$/,
  ],
  [
    'id',
    9,
    /^(numero|n|nr|id|no) (do |da |de |du |des |del )?(ticket|chamado|chamada|caso|appel|demande|llamada)s?$/,
  ],
  ['id', 8, /^(id|ticket|ticker|ticketnummer|vorgangsnummer|protocolo|external id)$/],
  ['id', 5, /^(number|numero|nummer|case|incident|conversation|chamado|reference|ref)$/],
  [
    'person',
    9,
    /^(agent|adviser|advisor|atendente|operator|operador|agente|bearbeiter|conseiller)( name| full name)?$/,
  ],
  [
    'person',
    8,
    /^(assignee|assigned( to| agent)?|handled by|assignee name|resolved by agent|owner|tecnico|atribuido( a)?|asignado( a)?|zugewiesen( an)?|responsavel|responsable|technicien|mitarbeiter(in)?|sachbearbeiter(in)?)$/,
  ],
  [
    'person',
    6,
    /^((agent|assignee|owner|responder) (id|email)|staff|staff member|representative|rep|csr|employee|user name|responder|resolved by)$/,
  ],
  [
    'customer',
    9,
    /^(customer|client|cliente|kunden?|caller|requester|contact) ?(id|number|no|nr|nummer|key|numero)$/,
  ],
  [
    'customer',
    8,
    /^(customer|client|caller|requester|requerente|solicitante|cliente|kunde|demandeur|anrufer|appelant|usager|utente|caller id)$/,
  ],
  [
    'customer',
    7,
    /^(customer|client|caller|requester|contact) (e ?mail|phone|telephone)$|^(phone( number)?|telefone|telefono|telefon|telefonnummer|caller number|from number|account( id| number)?|requester id)$/,
  ],
  [
    'customer',
    6,
    /^(customer|client|caller|requester|contact|cliente) name$|^nome do (cliente|solicitante)$/,
  ],
  ['topic', 9, /^(topic|category|categoria|kategorie|categorie|thema|tema)( name)?$/],
  [
    'topic',
    7,
    /^(contact |call |ticket |issue )(reason|topic|category|type)$|^(reason|motivo|grund|motif|assunto|issue)$/,
  ],
  ['topic', 5, /^(type|tipo|typ|subject|ticket subject|sujet|subcategory)$/],
  [
    'opened',
    9,
    /^(opened|created|creation|abertura|aberto|erstellt|eroffnet|cree|ouvert|creado|abierto|angelegt|started|received)( (at|on|em|am|le|el|date|time|datetime|date time))*$/,
  ],
  [
    'opened',
    9,
    /^(data|date|fecha|datum|hora|data hora)( da| de| do| d| der| e hora de)? ?(abertura|criacao|ouverture|creation|creacion|apertura|erstellung|eroffnung|inicio|opened|created)$|^(erstellungs|eroffnungs)datum$/,
  ],
  [
    'opened',
    8,
    /^(date created|date opened|create ?date|open date|call start( time)?|start(ed)?( date| time| at)?|beginn|inicio)$/,
  ],
  ['opened', 6, /^(timestamp|date ?time|date and time|time ?stamp|data e hora|zeitpunkt)$/],
  ['date', 8, /^(date|data|datum|fecha|day|dia|jour|tag)$/],
  [
    'date',
    8,
    /^(call|contact|ticket) date$|^(data|fecha|date) (da|de la|de l|do) (chamada|ligacao|llamada|appel)$|^anrufdatum$/,
  ],
  [
    'time',
    8,
    /^(time|hora|uhrzeit|zeit|heure|horario|call time|time of (day|call)|contact time|hora da chamada)$/,
  ],
  [
    'firstReply',
    9,
    /^(first|initial) (public |agent |human )?(reply|response|answer|responded)( (at|on|date|time|datetime))*$|^first (agent )?reply date$/,
  ],
  [
    'firstReply',
    9,
    /^(data (da )?)?primeira resposta$|^(fecha (de )?(la )?)?primera respuesta$|^(date (de )?(la )?)?premiere reponse$|^(erste antwort|erstantwort)( am)?$/,
  ],
  [
    'replySeconds',
    9,
    /^(speed of answer|average speed of answer|asa|wait(ing)? time|queue time|time to answer|time to (the )?first (reply|response|answer)|first (reply|response|answer)|first (reply|response) time|reply time|response time|answer speed|ring time)( (in )?(s|sec|secs|seconds))?$/,
  ],
  [
    'replySeconds',
    8,
    /^(tempo (de|ate) (espera|resposta|primeira resposta)|tiempo de (espera|respuesta)|temps d attente|delai de reponse|wartezeit|antwortzeit)( segundos| secondes| sekunden)?$/,
  ],
  [
    'replyMinutes',
    9,
    /^(time to )?(first )?(reply|response|answer)( time)?( in)? (min|mins|minutes)$|^wait(ing)? (time )?(in )?(min|minutes)$/,
  ],
  ['replyHours', 9, /^(time to )?(first )?(reply|response|answer)( time)?( in)? (h|hrs|hours)$/],
  [
    'solved',
    9,
    /^(solved|resolved|resolution|solution|solucionado|resolvido|resuelto|resolu|gelost)( (at|on|em|el|le|am|date|time|datetime))*$|^(date|time) (solved|resolved|to resolution)$/,
  ],
  [
    'solved',
    9,
    /^(data|fecha|date)( da| de| do)?( la)? (solucao|solucion|resolucao|resolucion|resolution|solution)$|^losungsdatum$/,
  ],
  [
    'solved',
    6,
    /^(closed|close|completed|ended|end|fechado|encerrado|cerrado|ferme|geschlossen)( (at|on|em|el|le|am|date|time))*$|^(data|fecha|date)( de| do)? (fechamento|encerramento|cierre|fermeture|cloture)$|^(date closed|close ?date)$/,
  ],
  [
    'outcome',
    9,
    /^(resolved|solved|outcome|resolvido|solucionado|resuelto|resolu|gelost|problem solved|first (call|contact) resolution|fcr)( y n)?$/,
  ],
  [
    'outcome',
    6,
    /^(ticket |call |case |resolution )?(status|state|result)$|^(estado|situacao|etat|statut|ergebnis|resultado|disposition|incident state)$/,
  ],
  [
    'answered',
    9,
    /^(call )?(answered|connected|atendida|atendido|contestada|respondida|angenommen|beantwortet|repondu|decroche)( y n)?$/,
  ],
  ['answered', 5, /^(call status|call result|call disposition)$/],
  [
    'rating',
    9,
    /^(customer )?(satisfaction|satisfacao|zufriedenheit|satisfaccion|csat)( (rating|score|level|survey|note|nota))*$|^(nota|indice|grau) de satisfacao$|^kundenzufriedenheit$/,
  ],
  [
    'rating',
    6,
    /^(rating|score|stars|bewertung|avaliacao|valoracion|evaluation|customer rating|survey (score|result))$/,
  ],
  ['rating', 4, /^(nota|note)$/],
  [
    'handleTime',
    9,
    /^(avg |average )?(handle|handling|talk|call|conversation|aht)( time| duration)?( (in )?(s|sec|secs|seconds))?$|^aht$/,
  ],
  [
    'handleTime',
    7,
    /^(duration|duracao|dauer|duree|duracion|gesprachsdauer|bearbeitungszeit|time spent|tempo de (atendimento|conversa)|tiempo de (atencion|conversacion))( segundos| seconds| secondes| sekunden)?$/,
  ],
  [
    'handleMinutes',
    9,
    /^(avg |average )?(handle|handling|talk|call)( time| duration)?( in)? (min|mins|minutes)$|^duration (in )?(min|minutes)$/,
  ],
]

/** The roles that a heading may mean, the surest first. An unknown heading means nothing. */
export function rolesOf(heading: string): { role: Role; score: number }[] {
  const name = plain(heading)
  const found: { role: Role; score: number }[] = []
  for (const [role, score, pattern] of SIGNS) {
    if (pattern.test(name) && !found.some((other) => other.role === role)) found.push({ role, score })
  }
  return found.toSorted((a, b) => b.score - a.score)
}
