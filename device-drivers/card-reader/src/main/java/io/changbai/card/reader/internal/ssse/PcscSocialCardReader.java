package io.changbai.card.reader.internal.ssse;

import io.changbai.card.reader.internal.ssse.TerminalKeys.Place;
import io.changbai.device.api.Capability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.BankCardReader;
import io.changbai.device.api.card.BankCardResult;
import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.KeyPlatform;
import io.changbai.device.api.card.SocialCardPin;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.TerminalAuthenticator;
import io.changbai.device.api.card.UnlockAuthority;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.CardSlot;
import io.changbai.device.link.CardSlots;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A PC/SC reader that serves as the terminal's reader of social security cards, contact and contactless. */
@Component(
        service = {Device.class, SocialCardReader.class, SocialCardPin.class, BankCardReader.class},
        configurationPid = "changbai.social-card-reader",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PcscSocialCardReader.Config.class)
public final class PcscSocialCardReader implements SocialCardReader, SocialCardPin, BankCardReader {

    @ObjectClassDefinition(name = "Social security card reader")
    @interface Config {
        @AttributeDefinition(
                description = "Regular expression over PC/SC reader names; the first reader that matches is used.")
        String reader() default ".*";

        @AttributeDefinition(
                description =
                        "The same for the contactless slot, often a reader of its own name; empty when there is none.")
        String contactless_reader() default "";

        @AttributeDefinition(
                description = "The same for the slot that holds the security module (PSAM); empty when there is none.")
        String psam_reader() default "";

        @AttributeDefinition(
                description = "Where the keys are that open cards of generation 3.00; without keys these are refused.",
                options = {
                    @Option(label = "nowhere", value = "none"),
                    @Option(label = "in the PSAM", value = "psam"),
                    @Option(label = "on the province's key platform", value = "hsm"),
                    @Option(label = "in a TerminalAuthenticator service", value = "service")
                })
        String authenticator() default "none";

        @AttributeDefinition(description = "P1 and P2 that name the reading key in the PSAM, four hexadecimal digits.")
        String psam_key() default "4812";

        @AttributeDefinition(description = "This terminal's number at the key platform.")
        String terminal_number() default "";

        @AttributeDefinition(
                description = "Seconds the holder of keys may take; the card is held powered meanwhile.",
                min = "1",
                max = "15")
        int authentication_seconds() default 12;

        @AttributeDefinition(
                description = "Seconds after which a call into the reader that does not come back is reported.",
                min = "3",
                max = "60")
        int hang_seconds() default 10;

        @AttributeDefinition(
                description = "Seconds a card is waited for that was pulled out while its PIN was written.",
                min = "1",
                max = "120")
        int read_back_seconds() default 20;

        @AttributeDefinition(description = "P2 of the command that unlocks a PIN.", min = "0", max = "255")
        int unlock_p2() default 0;

        @AttributeDefinition(
                description = "Milliseconds between two looks at the slot while no card is wanted.",
                min = "100",
                max = "10000")
        int look_millis() default 500;
    }

    private static final String ID = "social-card-reader";

    private final TerminalKeys keys;
    private final SocialReaderSettings settings;
    private final CardReaderThread reader;

    @Activate
    public PcscSocialCardReader(@Reference CardSlots slots, Config config) {
        this(
                cards(slots, config),
                keys(slots, config),
                SocialReaderSettings.of(config),
                config.reader(),
                new SteadyClock());
    }

    PcscSocialCardReader(CardSlot cards, TerminalKeys keys, SocialReaderSettings settings, String where, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.reader = new CardReaderThread(ID, where, cards, keys, settings, clock);
    }

    private static CardSlot cards(CardSlots slots, Config config) {
        String contactless = config.contactless_reader();
        CardSlot contact = slots.slot(SocialReaderSettings.onlyFor(config.reader(), contactless, config.psam_reader()));
        return contactless.isBlank()
                ? contact
                : new TwoSlots(contact, slots.slot(SocialReaderSettings.onlyFor(contactless, config.psam_reader())));
    }

    private static TerminalKeys keys(CardSlots slots, Config config) {
        Place place = Place.valueOf(config.authenticator().toUpperCase(Locale.ROOT));
        CardSlot psam = place == Place.PSAM ? slots.slot(config.psam_reader()) : null;
        return new TerminalKeys(place, psam, Integer.parseInt(config.psam_key(), 16), config.terminal_number());
    }

    @Deactivate
    void close() {
        reader.close();
        keys.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SOCIAL_CARD_READER;
    }

    @Override
    public DeviceStatus status() {
        return reader.status();
    }

    @Override
    public DeviceInformation information() {
        return reader.information();
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.of(
                Capability.SENSES_CARD,
                Capability.DETECTS_REMOVAL,
                Capability.VERIFIES_PIN,
                Capability.READS_BANK_APPLICATION);
        if (keys.areConfigured()) {
            capabilities.add(Capability.AUTHENTICATES_TERMINAL);
        }
        return capabilities;
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return reader.onStatus(listener);
    }

    @Override
    public boolean cardPresent() {
        return reader.cardPresent();
    }

    @Override
    public DeviceCommand<SocialCardResult> read(Duration patience) {
        return reader.submit(
                new SocialCardResult.Cancelled(),
                () -> new SocialCardResult.Failed(SocialReaderFaults.HANGS),
                (visits, cancellation) -> visits.visit(
                        new SsseReading(new MutualAuthentication(
                                keys::authenticator, new Patience(settings.authentication(), cancellation))),
                        patience,
                        cancellation));
    }

    @Override
    public DeviceCommand<BankCardResult> lastFour(Duration patience) {
        return reader.submit(
                new BankCardResult.Cancelled(),
                () -> new BankCardResult.Failed(SocialReaderFaults.HANGS),
                (visits, cancellation) -> visits.visit(new BankReading(), patience, cancellation));
    }

    @Override
    public DeviceCommand<CardPinResult> verify(CardPin pin, Duration patience) {
        return new PinCommands(reader, settings).verify(pin, patience);
    }

    @Override
    public DeviceCommand<CardPinResult> change(CardPin old, CardPin fresh, Duration patience) {
        return new PinCommands(reader, settings).change(old, fresh, patience);
    }

    @Override
    public DeviceCommand<CardPinResult> unlock(UnlockAuthority authority, Duration patience) {
        return new PinCommands(reader, settings).unlock(authority, patience);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addKeyPlatform(KeyPlatform platform) {
        keys.platform(platform);
    }

    void removeKeyPlatform(KeyPlatform gone) {
        if (keys.platform() == gone) {
            keys.platform(null);
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addTerminalAuthenticator(TerminalAuthenticator authenticator) {
        keys.contributed(authenticator);
    }

    void removeTerminalAuthenticator(TerminalAuthenticator gone) {
        if (keys.contributed() == gone) {
            keys.contributed(null);
        }
    }
}
