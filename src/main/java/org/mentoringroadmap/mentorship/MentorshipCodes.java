package org.mentoringroadmap.mentorship;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Codes that stand for pairs, groups and searches where names must not stand; a number is never given twice. */
@Component
public class MentorshipCodes {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    MentorshipCodes(MessageSource messages) {
        this.messages = messages;
    }

    /** «П-001» or «Г-001». */
    public String mentorship(Mentorship.Kind kind, int number) {
        return code("mentorship.code." + kind.name(), number);
    }

    /** «Н-001». */
    public String search(int number) {
        return code("mentorship.code.search", number);
    }

    /** «пара П-001», «группа Г-001». */
    public String title(Mentorship pair) {
        return messages.getMessage("mentorship.title." + pair.kind(), new Object[] {pair.code()}, RUSSIAN);
    }

    private String code(String key, int number) {
        return messages.getMessage(key, new Object[] {"%03d".formatted(number)}, RUSSIAN);
    }
}
