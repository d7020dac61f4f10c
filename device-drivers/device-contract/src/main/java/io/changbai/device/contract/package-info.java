/**
 * What every device holds to, whoever built it: one interface per class of device, one test per rule. A driver's test (or the
 * command {@code device-check}) says which device, and what hands can do to it; the rules come with the interface.
 */
package io.changbai.device.contract;
