// Stops the reading of a file with the reason; caught where the reading began.
import type { FileProblem } from '../../core/message/domain/grid.ts';

export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`the file is not read: ${problem}`);
    this.problem = problem;
  }
}
