package org.mentoringroadmap.platform.web;

import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.TakeBackRules;
import org.mentoringroadmap.audit.AuditProperties;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.participant.HeldData;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Figures of a guide that an installation may set otherwise. A guide names them, <code>{{take-back}}</code>; what it says is
 * then what the application goes by.
 */
@Component
class HelpFigures {
    private static final Pattern FIGURE = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final MessageSource messages;
    private final Map<String, String> figures;

    HelpFigures(
            MessageSource messages,
            TakeBackRules takeBack,
            AuditProperties audit,
            ConsentRules consent,
            HeldData held) {
        this.messages = messages;
        this.figures = Map.of(
                "take-back", text("help.minutes", takeBack.within().toMinutes()),
                "audit-keep", text(audit.keep()),
                "pupil-signs-from", String.valueOf(consent.pupilSignsFrom()),
                "adult-from", String.valueOf(consent.adultFrom()),
                "notice-before", text(consent.noticeBefore()),
                "duties-notice", text("help.working-days", consent.dutiesNotice()),
                "held-data", text("help.days", held.keepDays()));
    }

    /**
     * The guide with its figures.
     *
     * @throws IllegalStateException naming a figure that nobody knows
     */
    String in(String guide) {
        return FIGURE.matcher(guide)
                .replaceAll(name -> Matcher.quoteReplacement(Optional.ofNullable(figures.get(name.group(1)))
                        .orElseThrow(
                                () -> new IllegalStateException("A guide names an unknown figure: " + name.group()))));
    }

    private String text(Period period) {
        return Stream.of(
                        part("help.years", period.getYears()),
                        part("help.months", period.getMonths()),
                        part("help.days", period.getDays()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> part(String code, int number) {
        return number == 0 ? Optional.empty() : Optional.of(text(code, number));
    }

    private String text(String code, long number) {
        return messages.getMessage(code, new Object[] {number}, LocaleContextHolder.getLocale());
    }
}
