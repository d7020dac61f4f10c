package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.card.IdCardResult;
import java.util.Optional;

/** Suspects the reader when one card after the other has an impossible record; one such card may be a forgery. */
final class RecordWatch {

    private static final int SEVERAL = 2;

    private int impossible;

    void ended(IdCardResult result, boolean withBrokenRecord) {
        if (result instanceof IdCardResult.Read) {
            impossible = 0;
        } else if (withBrokenRecord) {
            impossible++;
        }
    }

    Optional<DeviceFault> fault() {
        return impossible >= SEVERAL ? Optional.of(IdReaderFaults.RECORD) : Optional.empty();
    }
}
