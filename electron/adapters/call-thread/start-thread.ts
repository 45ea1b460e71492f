/** Starts the threads of this program, none of which may take the process with it through the WebAssembly it shares with others. */
import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * V8 compiles a wrapper for each kind of JavaScript function that WebAssembly calls often, and all threads share them. Where threads
 * come and go, V8 13.6 (Node 24) may free one that is no longer registered, and ends the process with SIGTRAP: “Check failed:
 * jit_page.has_value()” in ThreadIsolation::UnregisterWasmAllocation, below Runtime_TierUpWasmToJSWrapper (Node's issue 64500 and a
 * test run of ours). Node's parsers of HTTP and of types, and the model of faces, call such functions. With a budget nothing uses up
 * no wrapper is ever compiled, and the one they all have from the beginning serves on.
 */
export const KEEP_FIRST_WRAPPERS = '--wasm-wrapper-tiering-budget=2147483647';

// When this module is read: what instantiated its WebAssembly earlier keeps the budget it was given.
setFlagsFromString(KEEP_FIRST_WRAPPERS);

/** @param entry module the thread runs */
export const startThread = (entry: URL, options: WorkerOptions): Worker => new Worker(entry, options);
