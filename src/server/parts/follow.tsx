import { type Follow, keyOf } from '../../desk/index.ts';
import { useLocale, useView } from './locale-context.tsx';

/** The fields of a form that name what is to be followed. */
function fieldsOf(what: Follow): readonly (readonly [name: string, value: string])[] {
  switch (what.kind) {
    case 'pair':
      return [['pair', what.pair]];
    case 'actor':
      return [['actor', what.actor]];
    case 'group':
      return [['group', what.group]];
    case 'states':
      return [
        ['name', what.name],
        ['states', what.states.join(' ')],
      ];
  }
}

/** A button that follows something, or follows it no longer; it works without script. */
export function FollowButton({ what, followed, label }: { what: Follow; followed: readonly Follow[]; label: string }) {
  const { t } = useLocale();
  const isFollowed = followed.some((one) => keyOf(one) === keyOf(what));
  return (
    <form method="post" action={isFollowed ? '/unfollow' : '/follow'} class="inline follow">
      <Back />
      {isFollowed ? (
        <input type="hidden" name="key" value={keyOf(what)} />
      ) : (
        [['kind', what.kind] as const, ...fieldsOf(what)].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))
      )}
      <button type="submit" class="plain small">
        {isFollowed ? t('follow.stop', { what: label }) : t('follow.start', { what: label })}
      </button>
    </form>
  );
}

/** Where a form leads back to. */
export function Back() {
  return <input type="hidden" name="back" value={useView().address} />;
}
