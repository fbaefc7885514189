/** What is measured of a server. Times in milliseconds, memory in megabytes. */
export type Metric =
  | 'start'
  | 'startCpu'
  | 'open'
  | 'openCpu'
  | 'edit'
  | 'edit95'
  | 'editCpu'
  | 'burstLast'
  | 'burstReports'
  | 'burstCpu'
  | 'hover'
  | 'completion'
  | 'completionKilobytes'
  | 'symbols'
  | 'folding'
  | 'tokens'
  | 'codeAction'
  | 'memoryOpen'
  | 'memoryEdited'
  | 'faultsSeen'
  | 'falseErrors'
  | 'faultsWithFix';

/** Numbers by server and metric, one for each round. */
export class Samples {
  private readonly all = new Map<string, Map<Metric, number[]>>();

  add(server: string, metric: Metric, value: number): void {
    let metrics = this.all.get(server);
    if (!metrics) this.all.set(server, (metrics = new Map()));
    const values = metrics.get(metric);
    if (values) values.push(value);
    else metrics.set(metric, [value]);
  }

  /** The median over the rounds; undefined when the server has no such number. */
  median(server: string, metric: Metric): number | undefined {
    const values = this.all.get(server)?.get(metric);
    return values && quantile(values, 0.5);
  }

  /** The smallest over the rounds. */
  least(server: string, metric: Metric): number | undefined {
    const values = this.all.get(server)?.get(metric);
    return values && Math.min(...values);
  }

  /** All numbers as plain data. */
  toJSON(): object {
    return Object.fromEntries([...this.all].map(([server, metrics]) => [server, Object.fromEntries(metrics)]));
  }
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
