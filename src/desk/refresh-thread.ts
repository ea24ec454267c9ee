// The thread of a refresher: keeps the standings of each clearance up to date until it is told to end.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { closeDesk, deskOf, openDesk } from './desk.ts';
import { type RefreshFault, type RefreshOrder, refresherOf } from './refresher.ts';

async function work(port: MessagePort, { database, clearances }: RefreshOrder): Promise<void> {
  const desk = await openDesk({ database });
  const desks = clearances.map((clearance) => deskOf(desk, { name: desk.who, clearance }));
  const refresher = refresherOf(desks, (fault) => port.postMessage({ fault } satisfies RefreshFault));
  port.on('message', async (message: 'soon' | 'close') => {
    if (message === 'soon') return refresher.soon();
    await refresher.close();
    await closeDesk(desk);
    port.close();
  });
}

if (parentPort !== null) await work(parentPort, workerData);
