// What the application asks of the record about which channel gets whose news.

import type { Platform } from '../../../core/request/domain/platform.ts';
import type { DigestTime } from '../../../reports/digests/domain/digest-choice.ts';

export type ChannelBindingView = {
  readonly id: string;
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
  readonly name: string;
  /** Null for the programme office's own channel. */
  readonly themeId: string | null;
  readonly purpose: 'workstream' | 'office';
  readonly alwaysPost: boolean;
  readonly digestOn: boolean;
  readonly digestWeekday: number | null;
  readonly digestTime: string | null;
  readonly example: boolean;
};

export interface ChannelBindingReads {
  /** Those in use, by name. */
  list(): Promise<ChannelBindingView[]>;
}

export interface ChannelBindingWrites {
  /** Binds, or binds again; false when it was bound like that already. */
  bind(
    binding: Pick<
      ChannelBindingView,
      'platform' | 'tenantId' | 'channelId' | 'name' | 'themeId' | 'purpose'
    >,
  ): Promise<boolean>;
  unbind(ids: readonly string[]): Promise<void>;
  setAlwaysPost(ids: readonly string[], alwaysPost: boolean): Promise<void>;
  /** Null: no digest is posted there. */
  setDigest(ids: readonly string[], when: DigestTime | null): Promise<void>;
}

export type ChannelBindingRepository = ChannelBindingReads & ChannelBindingWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly channelBindings: ChannelBindingReads;
  }
  interface Repositories {
    readonly channelBindings: ChannelBindingRepository;
  }
}
