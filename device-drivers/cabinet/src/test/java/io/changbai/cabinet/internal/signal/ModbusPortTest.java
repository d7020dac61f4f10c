package io.changbai.cabinet.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.emulators.CabinetEmulator;
import io.changbai.device.emulators.CabinetEmulator.Contact;
import io.changbai.device.emulators.CabinetEmulator.Lamp;
import io.changbai.device.link.internal.UriChannels;
import java.io.IOException;
import java.util.BitSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModbusPortTest {

    private final CabinetEmulator emulator = new CabinetEmulator(0).start();

    @AfterEach
    void end() {
        emulator.close();
    }

    @Test
    void doesNotOpenWhereNothingAnswers() {
        emulator.faults().mute(true);
        assertThatThrownBy(() -> open(7, 10)).isInstanceOf(IOException.class).hasMessageContaining("0 bytes in time");
    }

    @Test
    void saysThatTheBoardHasNoSuchLine() {
        assertThatThrownBy(() -> open(9, 10)).isInstanceOf(IOException.class).hasMessageContaining("code=2");
    }

    @Test
    void asksAgainAfterEachKindOfBrokenAnswer() throws IOException {
        try (ModbusPort port = open(7, 10)) {
            emulator.set(Contact.PRESENCE, true);
            emulator.faults().wrongChecksum(2);
            assertThat(port.read().get(Contact.PRESENCE.line())).isTrue();
            emulator.faults().truncate(2);
            assertThat(port.read().get(Contact.PRESENCE.line())).isTrue();
            emulator.faults().garbage(2);
            assertThat(port.read().get(Contact.PRESENCE.line())).isTrue();
            emulator.faults().foreign(2);
            assertThat(port.read().get(Contact.PRESENCE.line())).isTrue();
            emulator.faults().refuse(6, 2);
            assertThat(port.read().get(Contact.PRESENCE.line())).isTrue();
        }
    }

    @Test
    void givesUpAfterThreeBrokenAnswers() throws IOException {
        try (ModbusPort port = open(7, 10)) {
            emulator.faults().wrongChecksum(3);
            assertThatThrownBy(port::read).isInstanceOf(IOException.class).hasMessageContaining("wrong CRC");
        }
    }

    @Test
    void writesOneLineAloneAndManyTogether() throws IOException {
        try (ModbusPort port = open(7, 10)) {
            BitSet levels = new BitSet();
            levels.set(Lamp.SCANNER.ordinal());
            levels.set(Lamp.STATUS_BAD.ordinal());
            port.write(levels);
            assertThat(emulator.isLit(Lamp.SCANNER)).isTrue();
            assertThat(emulator.isLit(Lamp.STATUS_BAD)).isTrue();
            levels.clear(Lamp.SCANNER.ordinal());
            port.write(levels);
            assertThat(emulator.isLit(Lamp.SCANNER)).isFalse();
            assertThat(emulator.isLit(Lamp.STATUS_BAD)).isTrue();
        }
    }

    @Test
    void leavesLinesBetweenItsOwnAsTheyAre() throws IOException {
        BitSet all = new BitSet();
        all.set(0, 10);
        try (ModbusPort other = open(7, 10)) {
            other.write(all); // somebody else's relays are on
        }
        BitSet own = new BitSet();
        own.set(0);
        own.set(4);
        try (ModbusPort port = ModbusPort.open(channel(), 1, new BitSet(), own)) {
            port.write(new BitSet());
        }
        assertThat(emulator.isLit(Lamp.values()[0])).isFalse();
        assertThat(emulator.isLit(Lamp.values()[1])).isTrue();
        assertThat(emulator.isLit(Lamp.values()[4])).isFalse();
        assertThat(emulator.isLit(Lamp.values()[9])).isTrue();
    }

    private ModbusPort open(int inputs, int outputs) throws IOException {
        BitSet in = new BitSet();
        in.set(0, inputs);
        BitSet out = new BitSet();
        out.set(0, outputs);
        return ModbusPort.open(channel(), 1, in, out);
    }

    private io.changbai.device.link.ByteChannel channel() throws IOException {
        return new UriChannels().open("tcp://127.0.0.1:" + emulator.port());
    }
}
