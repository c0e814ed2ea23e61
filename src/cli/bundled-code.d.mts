export declare const BUNDLE: string;
export declare function keepCompiledCode(): void;
export declare function sourceStamp(): string;
export declare function sourceDigest(): string;
export declare function bundleFolder(): string | undefined;
