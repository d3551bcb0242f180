'use client'

import { useTranslations } from 'next-intl'
import type { Preset } from '@/lib/schedule/preset'
import { defaultTerms, leastLongest } from '@/lib/schedule/terms'
import { ChoiceRow } from '../controls/choice-row'
import { NumberSetting } from '../settings/number-setting'
import { Row } from '../settings/row'
import { RetentionSetting } from './retention-setting'
import { StepsSetting } from './steps-setting'

/** Everything a preset says; each change is kept as it is made. */
export function PresetForm({
  preset,
  onChange,
}: {
  readonly preset: Preset
  readonly onChange: (preset: Preset) => void
}) {
  const t = useTranslations('plan')
  const change = (part: Partial<Preset>) => onChange({ ...preset, ...part })
  return (
    <>
      <RetentionSetting value={preset.retention} onChange={(retention) => change({ retention })} />
      <NumberSetting
        label={t('newLimit')}
        hint={t('newLimitHint')}
        value={preset.newCards}
        most={999}
        onChange={(newCards) => change({ newCards })}
      />
      <NumberSetting
        label={t('reviewLimit')}
        value={preset.reviews}
        most={9999}
        onChange={(reviews) => change({ reviews })}
      />
      <StepsSetting
        label={t('learning')}
        hint={t('learningHint')}
        value={preset.learning}
        onChange={(learning) => change({ learning })}
      />
      <StepsSetting
        label={t('relearning')}
        hint={t('relearningHint')}
        value={preset.relearning}
        onChange={(relearning) => change({ relearning })}
      />
      <NumberSetting
        label={t('longest')}
        hint={t('longestHint')}
        value={preset.longest}
        least={leastLongest}
        most={defaultTerms.longest}
        onChange={(longest) => change({ longest })}
      />
      <Row label={t('buttons')} hint={t('buttonsHint')}>
        <ChoiceRow
          legend={t('buttons')}
          name="buttons"
          value={preset.buttons}
          options={[
            { value: 'four', label: t('four') },
            { value: 'two', label: t('two') },
          ]}
          onChange={(buttons) => change({ buttons })}
        />
      </Row>
      <NumberSetting
        label={t('leech')}
        hint={t('leechHint')}
        value={preset.leechAfter}
        least={2}
        most={99}
        onChange={(leechAfter) => change({ leechAfter })}
      />
    </>
  )
}
