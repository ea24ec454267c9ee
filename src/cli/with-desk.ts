import type { Desk } from '../desk/index.ts';

/** Opens the register for a piece of work and closes it afterwards, however the work ends. */
export async function withDesk<Result>(database: string, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const { closeDesk, openDesk } = await import('../desk/index.ts');
  const desk = await openDesk({ database });
  try {
    return await work(desk);
  } finally {
    await closeDesk(desk);
  }
}
