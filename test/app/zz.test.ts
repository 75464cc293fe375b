import { it } from 'vitest';
import { describePlan } from '../support/plan-suite.ts';
import { textOf } from '../support/plan-world.ts';
describePlan('zz', (parts) => {
  it('x', async () => {
    const { world, other } = parts;
    const say = async (who: string, line: string) => {
      const r = await world.pap(who, line);
      console.log(`### ${who} > ${line}\n[${r.outcome} ${r.code ?? ''} ${r.audience}]\n${textOf(r)}`);
    };
    const O='owner@example.org', B='office@example.org', C='cochair@example.org', E='deputy@example.org', D='dev@example.org', F='femi@example.org';
    for (const l of ['', 'mine', 'mine please', 'help', 'help update', 'help udpate', 'help xyz', 'show', 'show 2B:2', 'show 2B:2 history', 'show 2B:2 yesterday', 'show 2B', 'show 9Z:9','show 2B:9', 'outstanding', 'outstanding theme 1 red', 'outstanding overdue', 'outstanding @Ella Example', 'outstanding example', 'outstanding Ela', 'outstanding theme 9','outstanding blue', 'kpi', 'kpi theme 2', 'kpi 9', 'kpi communication', 'kpi right', 'digest', 'digest preview theme 2', 'digest preview communication', 'digest now theme 1', 'digest maybe', 'link', 'whoami', 'frobnicate', 'updat 2B:2 amber x', 'update', 'update 2B:2', 'update 2B:2 amber', 'update 2B:2 ambr almost', 'update 2B:2 amber green go', 'update 2B:2 14 of 20', 'update 2B:2 2B:1 amber x', 'update 2B:1 amber x', 'same 3A:2', 'same 2B:2','same 1A:2', '2B:2', 'PAP 2B:2']) await say(O, l);
    for (const l of ['whoami', 'digest', 'digest now', 'digest now theme 2', 'mine']) await say(C, l);
    await say(B,'whoami'); await say(B,'digest now communication'); await say(B,'update 3A:2 amber begun'); await say(B,'same 3A:1'); await say(E,'mine'); await say(D,'mine');
    world.at('2024-07-17T10:00'); await say(O,'update 2B:2 amber x'); await say(O,'outstanding'); await say(O,'mine');
    world.at('2024-07-25T10:00'); await say(O,'update 1A:1 green x'); await say(O,'outstanding'); await say(O,'mine');
    for (const l of ['show 9Z:9','mine','outstanding','kpi 1','digest preview','digest','whoami','help','show 2B:2']) { const r = await world.handle(other.inbound(l)); console.log('### OTHER >',l,'\n',r&&r.code, r && textOf(r)); }
  });
});
