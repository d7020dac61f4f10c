package io.changbai.qr.scanner.internal;

import io.changbai.qr.scanner.internal.codec.ScannerProfile;
import io.changbai.qr.scanner.internal.codec.Suffix;
import java.time.Duration;

/**
 * One scanner as configured.
 *
 * @param channel where it is
 * @param profile its make
 * @param suffix what it puts behind each code
 * @param aimIdentifier whether it puts an AIM identifier before each code
 * @param heartbeat how often it is asked whether it is there
 */
record ScannerSettings(
        String channel, ScannerProfile profile, Suffix suffix, boolean aimIdentifier, Duration heartbeat) {}
