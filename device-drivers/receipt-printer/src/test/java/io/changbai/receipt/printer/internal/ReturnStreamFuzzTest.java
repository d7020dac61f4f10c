package io.changbai.receipt.printer.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever bytes come back from a printer. */
class ReturnStreamFuzzTest {

    @FuzzTest
    void survivesWhateverAPrinterSends(byte[] bytes) {
        Counting counting = new Counting();
        ReturnStream stream = new ReturnStream(counting);
        for (byte each : bytes) {
            stream.accept(each);
        }
        stream.forget();
        if (counting.told > bytes.length) {
            throw new IllegalStateException(counting.told + " things out of " + bytes.length + " bytes");
        }
    }

    private static final class Counting implements ReturnStream.Listener {
        private int told;

        @Override
        public void flow(boolean mayGoOn) {
            told++;
        }

        @Override
        public void processed(String four) {
            require(four.length() == 4);
        }

        @Override
        public void introduced(String text) {
            require(text.length() <= 96);
        }

        @Override
        public void automaticStatus(byte[] four) {
            require(four.length == 4);
        }

        @Override
        public void outletStatus(byte[] six) {
            require(six.length == 6);
        }

        @Override
        public void statusAnswer(int answer) {
            require(answer >= 0 && answer <= 0xFF);
        }

        private void require(boolean promised) {
            told++;
            if (!promised) {
                throw new IllegalStateException("not what the stream promises");
            }
        }
    }
}
