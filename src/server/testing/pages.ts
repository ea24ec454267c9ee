import { type Desk, dossier } from '../../desk/index.ts';
import { commitmentHref, documentHref, meetingHref } from '../hrefs.ts';
import { HOSTILE } from './example.ts';

/** A page of the example site. */
export interface SitePage {
  readonly name: string;
  /** The route that answers; absent where none does. */
  readonly route?: string;
  readonly path: string;
  /** 200 where it is not said. */
  readonly status?: number;
}

/** Every kind of page, empty ones and those of errors among them. Needs the register of the examples. */
export async function pagesOf(desk: Desk): Promise<readonly SitePage[]> {
  const { commitments, meetings, documents } = await dossier(desk, 'KAZ-KGZ');
  const told = commitments.find(({ series }) => (series?.points.length ?? 0) > 1) ?? commitments[0];
  const compared = meetings.find(({ mentions }) => mentions.length > 2) ?? meetings[0];
  const text = documents.find(({ publisher }) => publisher === 'Kazinform');
  return [
    { name: 'home', route: '/', path: '/' },
    { name: 'dossier', route: '/pairs/:pair', path: '/pairs/KAZ-KGZ' },
    {
      name: 'dossier, filtered',
      route: '/pairs/:pair',
      path: '/pairs/KAZ-KGZ?area=water&status=open&side=joint&from=2021-01-01&asOf=2024-06-30',
    },
    { name: 'dossier, nothing left', route: '/pairs/:pair', path: '/pairs/KAZ-KGZ?to=1990-01-01' },
    { name: 'document', route: '/documents/:id', path: documentHref(text?.id ?? '') },
    { name: 'document, hostile', route: '/documents/:id', path: documentHref(HOSTILE.id) },
    { name: 'documents', route: '/documents', path: '/documents' },
    { name: 'commitment', route: '/commitments/:id', path: commitmentHref(told?.record.id ?? '') },
    { name: 'commitments', route: '/commitments', path: '/commitments' },
    { name: 'meeting', route: '/meetings/:id', path: meetingHref(compared?.id ?? '') },
    { name: 'search', route: '/search', path: '/search' },
    { name: 'search, found', route: '/search', path: '/search?q=border+crossing' },
    { name: 'search, none found', route: '/search', path: '/search?q=zzyzx' },
    { name: 'areas', route: '/areas', path: '/areas' },
    { name: 'area', route: '/areas/:area', path: '/areas/water' },
    { name: 'instruments', route: '/instruments', path: '/instruments' },
    { name: 'actors', route: '/actors', path: '/actors' },
    { name: 'actor', route: '/actors/:principal/:office?', path: '/actors/KAZ/president' },
    { name: 'review', route: '/review', path: '/review' },
    { name: 'review queue', route: '/review', path: '/review?pair=KAZ-KGZ' },
    { name: 'brief', route: '/brief', path: '/brief?pair=KAZ-KGZ&for=KAZ' },
    { name: 'compare', route: '/compare', path: '/compare?pair=KAZ-KGZ' },
    { name: 'add', route: '/add', path: '/add' },
    { name: 'log', route: '/log', path: '/log' },
    { name: 'help', route: '/help', path: '/help' },
    { name: 'codebook', route: '/help/:name', path: '/help/codebook' },
    { name: 'api', route: '/help/:name', path: '/help/api' },
    { name: 'not found', path: '/nothing/here', status: 404 },
    { name: 'no such pair', route: '/pairs/:pair', path: '/pairs/KAZ-FRA', status: 404 },
    { name: 'bad date', route: '/pairs/:pair', path: '/pairs/KAZ-KGZ?asOf=yesterday', status: 400 },
  ];
}
