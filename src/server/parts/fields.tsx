import { useLocale } from './locale-context.tsx';

/** A field to choose one of some values, or none. */
export function Choice({
  name,
  label,
  chosen,
  none,
  options,
}: {
  name: string;
  label: string;
  chosen: string;
  /** What it says where nothing is chosen. */
  none?: string;
  options: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <label>
      <span class="label">{label}</span>
      <select name={name}>
        <option value="">{none ?? useLocale().t('filter.any')}</option>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A field for a day. */
export function Day({ name, label, chosen }: { name: string; label: string; chosen: string }) {
  return (
    <label>
      <span class="label">{label}</span>
      <input type="date" name={name} value={chosen} />
    </label>
  );
}
