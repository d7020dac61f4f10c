/** Hands that handle the emulators of this house. Needs device-emulators on the class path. */
package io.changbai.device.contract.emulated;
