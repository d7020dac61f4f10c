package io.changbai.cabinet.internal.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerState.Battery;
import io.changbai.device.api.signal.PowerState.Charging;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "WAIT", "ol", "OLOB", "?", "0"})
    void whatSaysNeitherMainsNorBatteryIsNoStatus(String status) {
        assertThat(UpsStatus.isStatus(status)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "OL,             POWERING, OPERATIONAL, NOT_CHARGING, false",
        "OL CHRG,        POWERING, OPERATIONAL, CHARGING,     false",
        "OL CHRG LB,     POWERING, LOW,         CHARGING,     false",
        "OL RB,          POWERING, FAILURE,     NOT_CHARGING, false",
        "OL OVER BOOST,  POWERING, OPERATIONAL, NOT_CHARGING, false",
        "OL SOMETHINGNEW,POWERING, OPERATIONAL, NOT_CHARGING, false",
        "BYPASS,         POWERING, OPERATIONAL, NOT_CHARGING, false",
        "OB,             NO_POWER, OPERATIONAL, DISCHARGING,  false",
        "OB DISCHRG,     NO_POWER, OPERATIONAL, DISCHARGING,  false",
        "OB LB,          NO_POWER, CRITICAL,    DISCHARGING,  true",
        "OB LB RB,       NO_POWER, FAILURE,     DISCHARGING,  true",
        "OL FSD,         POWERING, OPERATIONAL, NOT_CHARGING, true",
        "FSD OB LB,      NO_POWER, CRITICAL,    DISCHARGING,  true",
    })
    void translatesFlags(String status, PowerIn in, Battery battery, Charging charging, boolean endsSoon) {
        PowerState state = UpsStatus.of(status, "50", "600");
        assertThat(UpsStatus.isStatus(status)).isTrue();
        assertThat(state.powerIn()).isEqualTo(in);
        assertThat(state.battery()).isEqualTo(battery);
        assertThat(state.charging()).isEqualTo(charging);
        assertThat(state.endsSoon()).isEqualTo(endsSoon);
    }

    @Test
    void aSupplyThatNeverSaysLowIsTakenAtItsCharge() {
        assertThat(UpsStatus.of("OB", "9", "").endsSoon()).isTrue();
        assertThat(UpsStatus.of("OB", "10", "").endsSoon()).isFalse();
        assertThat(UpsStatus.of("OB", "", "").endsSoon()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "NaN", "1e9", "99999999999999999999", "full", "100%"})
    void figuresThatAreNoneAreLeftOut(String figure) {
        PowerState state = UpsStatus.of("OL", figure, figure);
        assertThat(state.charge()).isEmpty();
        assertThat(state.runtime()).isEmpty();
    }

    @Test
    void figuresAreKeptWithinReason() {
        PowerState state = UpsStatus.of("OL", "300.5", "999999999");
        assertThat(state.charge()).hasValue(100);
        assertThat(state.battery()).isEqualTo(Battery.FULL);
        assertThat(state.runtime()).hasValue(Duration.ofDays(7));
    }

    @Test
    void silenceOnBatteryIsNotTakenForMains() {
        PowerState battery = UpsStatus.of("OB", "50", "600");
        assertThat(UpsStatus.afterSilence(battery)).isEqualTo(battery);
        assertThat(UpsStatus.afterSilence(UpsStatus.of("OL", "50", "600"))).isEqualTo(PowerState.UNKNOWN);
    }
}
