/** Labels of the frame of the settings. */
export const settings = {
  sections: '設定の項目',
  unknown_section: 'この設定はまだありません。',
  viewer: '設定を変更できるのは地区管理者とシステム管理者だけです。',
  example_leaves:
    '表示中は例示データです。自地区データを保存すると例示データは外れます。目標は地区名の登録または台帳の取込まで残ります。取込ページで元に戻せます。',
  fictional_leaves: '表示中は架空の地区です。最初に保存した値から自地区の記録が始まります。',
  section_zone: '地区',
  section_targets: '指標と目標',
  section_phases: '建設期とチェックリスト',
  section_stages: '段階と段階の要件',
  section_areas: '機能ゾーンと産業分野',
  section_partners: '連携先',
  section_facts: '公表値と出典',
  section_rates: '為替レート',
  section_sharing: '共有ルール',
  section_report: '報告書',
  section_rules: '判定ルール',
  section_reminders: '定期まとめメール',
};
