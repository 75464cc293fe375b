// PGlite's Node file system never calls fsync, so a commit would survive a killed process but not a
// power cut. This one does: every fsync that PostgreSQL asks for reaches the disk.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type NodeStream = {
  readonly nfd?: number;
  readonly path?: string;
  readonly node: { mode: number };
};
type EmscriptenModule = {
  readonly FS: {
    readonly filesystems: { readonly NODEFS: NodeFileSystem };
    isDir(mode: number): boolean;
  };
};
type NodeFileSystem = {
  readonly stream_ops: { fsync?: (stream: NodeStream) => number };
  realPath(node: unknown): string;
};

/** NodeFS that carries fsync through to the operating system. */
export class FsyncFileSystem extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pg, options);
    const { emscriptenOpts } = prepared;
    const addFsync = (module: unknown) => carryFsync(module as EmscriptenModule);
    return {
      ...prepared,
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] },
    };
  }
}

function carryFsync(module: EmscriptenModule): void {
  const files = module.FS.filesystems.NODEFS;
  files.stream_ops.fsync = (stream) => {
    if (stream.nfd !== undefined && !module.FS.isDir(stream.node.mode)) {
      fsyncSync(stream.nfd);
    } else {
      const descriptor = openSync(files.realPath(stream.node), 'r');
      fsyncSync(descriptor);
      closeSync(descriptor);
    }
    return 0;
  };
}

/** PGlite's start parameters with durability on: without `-F`, with fsync, and a small buffer pool. */
export function durableStartParams(): string[] {
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
  ];
}
