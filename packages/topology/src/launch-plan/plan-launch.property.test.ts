import fc from 'fast-check';
import { countGpus } from '../effective-config/count-gpus.ts';
import { hosts, modelConfigTexts } from '../testing/arbitraries.ts';
import { planTexts } from '../testing/plan-text.ts';
import { buildTopology } from '../topology/build-topology.ts';
import type { HostProfile } from '../host-profile.ts';

const twoModels = fc.record({ m: fc.option(modelConfigTexts), n: fc.option(modelConfigTexts) });

/** Keys in the opposite order of insertion. */
function reversed(host: HostProfile): HostProfile {
  // The entries are those of a HostProfile, only their order is another.
  return Object.fromEntries(Object.entries(host).reverse()) as unknown as HostProfile;
}

test('every text on every host has a plan and a topology', () => {
  fc.assert(
    fc.property(twoModels, hosts, (texts, host) => {
      const plan = planTexts(texts, host);
      expect(plan.models.map(({ modelName }) => modelName)).toEqual(['m', 'n']);
      for (const launch of plan.models) {
        const topology = buildTopology(launch);
        expect(topology.label).not.toBe('');
        expect(topology.willStart).toBe(launch.blockers.length === 0);
        expect(Number.isSafeInteger(topology.declared.gpus)).toBe(true);
        expect(topology.effective.gpus).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 400 },
  );
});

test('equal inputs give equal plans, and the order of the keys of a host does not matter', () => {
  fc.assert(
    fc.property(twoModels, hosts, (texts, host) => {
      const plan = JSON.stringify(planTexts(texts, host), bigintsAsText);
      expect(JSON.stringify(planTexts(texts, host), bigintsAsText)).toBe(plan);
      const other = planTexts(texts, reversed(host));
      expect(other.models.map(({ workers, blockers }) => ({ workers, blockers }))).toEqual(
        planTexts(texts, host).models.map(({ workers, blockers }) => ({ workers, blockers })),
      );
    }),
    { numRuns: 150 },
  );
});

/**
 * At a first start the number of workers is clamped before devices are assigned, so that TorchServe never names a GPU that
 * is not there. After scaling down and up again it would (section 3.5 of the reference); a plan does not scale. A snapshot
 * is the same: the clamp comes after it.
 */
test('devices of a first start are devices of the host', () => {
  fc.assert(
    fc.property(twoModels, hosts, (texts, host) => {
      const gpus = countGpus(host);
      const most = gpus.isKnown ? gpus.count : gpus.atMost;
      for (const { workers, effective, blockers } of planTexts(texts, host).models) {
        for (const { devices, visibleDevices, processCount } of workers) {
          expect(devices.every((device) => device >= 0 && device < most)).toBe(true);
          if (visibleDevices !== null) {
            expect(visibleDevices).toHaveLength(effective.settings.parallelLevel.value);
          }
          expect(processCount > 0 || blockers.length > 0).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('worker ids are unique on a host', () => {
  fc.assert(
    fc.property(twoModels, hosts, (texts, host) => {
      const ids = planTexts(texts, host).models.flatMap(({ workers }) => workers.map(({ id }) => id));
      // Ports of plain and parallel workers meet only after more than twenty thousand workers.
      fc.pre(!planTexts(texts, host).models.some(({ unlistedWorkers }) => unlistedWorkers > 0));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 150 },
  );
});

function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
