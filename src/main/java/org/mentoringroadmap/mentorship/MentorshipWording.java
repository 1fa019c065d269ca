package org.mentoringroadmap.mentorship;

import java.util.Locale;
import org.mentoringroadmap.admission.IneligibilityReason;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What pairs write into the registers, without names. */
@Component
class MentorshipWording {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;
    private final MentorshipCodes codes;

    MentorshipWording(MessageSource messages, MentorshipCodes codes) {
        this.messages = messages;
        this.codes = codes;
    }

    /** Why somebody came into a pair. */
    String joined(Mentorship pair) {
        return text("mentorship.member.joined", pair.code());
    }

    /** Why somebody left a pair that goes on. */
    String left(Mentorship pair) {
        return text("mentorship.member.left", pair.code());
    }

    /** Why the pair is no more. */
    String ended(Mentorship pair) {
        return text("mentorship.member.ended." + pair.state(), pair.code());
    }

    /** One line of results: the pair, how and when it ended, how often it met. */
    String result(Mentorship pair, long meetings) {
        return text(
                "mentorship.member.result." + pair.state(),
                codes.title(pair),
                pair.endedOn().map(MentorshipInput::day).orElse(""),
                String.valueOf(meetings));
    }

    String hindrance(IneligibilityReason reason) {
        return text("hindrance." + reason);
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
