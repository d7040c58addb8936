/** What the command line needs of the other faces; it knows their shape, not their place. */
export interface Faces {
  exporter(): Promise<Exporter>;
  kernel(): Promise<KernelRegistry>;
}

/** A page that was written. */
export interface Page {
  readonly path: string;
  readonly title: string;
  readonly language: "en" | "fr";
}

export interface Exporter {
  exportNotebooks(options: {
    notebooks: readonly string[];
    out: string;
    run?: boolean;
    kernel?: string;
  }): Promise<{ readonly status: number; readonly pages: readonly Page[] }>;
  /** Writes `index.html`, with a link to each page. */
  writeIndex(out: string, pages: readonly Page[], language: "en" | "fr"): void;
}

export interface KernelRegistry {
  /** The content of kernel.json. */
  kernelSpec(): object;
  /** Registers the kernel with Jupyter; the folder of its kernelspec. */
  installKernel(prefix?: string): string;
}
