package io.changbai.document.printer.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import java.io.IOException;

/** Whatever a printer answers over IPP. */
class IppAnswerFuzzTest {

    @FuzzTest
    void survivesWhateverAPrinterAnswers(byte[] bytes) {
        try {
            IppPacket packet = IppTransport.packet(bytes);
            for (AttributeGroup group : packet.getAttributeGroups()) {
                PrinterAnswer printer = IppPrinter.answer(group);
                printer.faults();
                printer.availability();
                printer.blocked();
                IppPrinter.job(group).ifPresent(JobAnswer::hasNoPage);
            }
        } catch (IOException declared) {
            // what it says of a malformed answer
        }
    }
}
