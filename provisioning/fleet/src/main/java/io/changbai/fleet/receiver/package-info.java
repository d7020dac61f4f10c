/** Takes terminals' messages in, stores them in batches, and acknowledges each only after the commit. */
package io.changbai.fleet.receiver;
