import { describe, expect, it } from 'vitest';
import { freshStore, planOf, storeAfter } from '../import-context.ts';

const read = (file: string, register = freshStore) =>
  planOf(file, 'r.csv', { file_kind: 'own_register' }, register);

describe('channel, agreement and foreign capital in a register', () => {
  it.each([
    [
      'Chinese',
      '项目编号,项目名称,总投资（万元）,合同外资（万美元）,实际使用外资（万美元）,招商渠道,协议类型\nA1,热泵项目,5000,100,40.5,展会,框架协议\n',
    ],
    [
      'Japanese',
      '案件番号,案件名,投資総額（万元）,契約外資額（万米ドル）,外資実行額（万米ドル）,案件経路,協定区分\nA1,热泵项目,5000,100,40.5,展会,枠組み協定\n',
    ],
    [
      'English',
      'Project ID,Project name,Total investment (CNY 10k),Contracted foreign capital (USD 10k),Foreign capital paid in (USD 10k),Channel,Agreement type\nA1,热泵项目,5000,100,40.5,展会,Framework agreement\n',
    ],
  ])('are read from %s column names', async (_language, file) => {
    const { records } = await read(file);
    expect(records[0]?.facts).toMatchObject({
      source_channel: '展会',
      agreement_type: 'framework',
      amounts: {
        total_investment: { money: { minor: '5000000000', currency: 'CNY' } },
        contracted_fdi: { money: { minor: '100000000', currency: 'USD' } },
        utilised_fdi: { money: { minor: '40500000', currency: 'USD' } },
      },
    });
    expect(records[0]?.facts).not.toHaveProperty('extra');
  });

  it('a later file without the columns keeps them', async () => {
    const first = await read(
      'Project ID,Project name,Total investment (CNY),Contracted FDI (USD)\nA1,Heat pumps,100,50\n',
    );
    const again = await read(
      'Project ID,Project name,Total investment (CNY)\nA1,Heat pumps,120\n',
      storeAfter(first),
    );
    expect(again.records[0]?.facts.amounts).toMatchObject({
      total_investment: { money: { minor: '12000' } },
      contracted_fdi: { money: { minor: '5000', currency: 'USD' } },
    });
  });
});
