package io.changbai.cabinet.internal.voice;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The voice of the terminal. */
@ObjectClassDefinition(name = "Speech", description = "The voice of the terminal.")
@interface SpeechConfig {

    @AttributeDefinition(
            description = "What speaks.",
            options = {
                @Option(value = "espeak-ng", label = "The program espeak-ng"),
                @Option(value = "speech-dispatcher", label = "The service speech-dispatcher, over TCP")
            })
    String voice() default "espeak-ng";

    @AttributeDefinition(description = "The program espeak-ng: a name on the path, or a path.")
    String program() default "espeak-ng";

    @AttributeDefinition(description = "Command that plays a WAV file from its standard input, for espeak-ng.")
    String[] sink() default {"aplay", "-q", "-"};

    @AttributeDefinition(description = "Where speech-dispatcher listens (CommunicationMethod inet_socket).")
    String channel() default "tcp://127.0.0.1:6560";

    @AttributeDefinition(description = "Languages and the names of their voices in espeak-ng, <language>=<voice>.")
    String[] voices() default {"zh-CN=cmn", "en=en", "ko=ko"};

    @AttributeDefinition(description = "Words in a minute.", min = "80", max = "300")
    int words_per_minute() default 150;

    @AttributeDefinition(
            description =
                    "Loudness of the usual volume, 100 is the voice's own: to be measured on site so that it gives at"
                            + " most 65 dB(A).",
            min = "10",
            max = "200")
    int usual_loudness() default 80;
}
