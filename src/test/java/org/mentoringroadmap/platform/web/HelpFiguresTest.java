package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.TakeBackRules;
import org.mentoringroadmap.audit.AuditProperties;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.participant.HeldData;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** A guide says what the installation is set to, not what the settings are delivered with. */
class HelpFiguresTest {
    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

    static {
        MESSAGES.setBasename("messages/platform");
        MESSAGES.setDefaultEncoding(StandardCharsets.UTF_8.name());
        MESSAGES.setFallbackToSystemLocale(false);
    }

    @BeforeEach
    void speakRussian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "director | Утвердили случайно — 25 мин. утверждение можно отменить",
                "director | Хранятся они 5 лет, потом удаляются сами",
                "administrator | Хранится она 5 лет, потом",
                "curator | После этого 25 мин. на **Главной**",
                "curator | младше 15 — родитель, с 15 до 19 — ученик и родитель, с 19 — сам",
                "curator | за 4 рабочих дня",
                "curator | За 21 день до дня рождения",
                "curator | Остальное подождёт согласия 2 дня",
            })
    void aGuideSaysWhatIsSet(String guide, String words) throws IOException {
        HelpFigures figures = figures(Duration.ofMinutes(25), Period.ofYears(5), Period.ofDays(21));
        assertThat(figures.in(text(guide))).contains(words).doesNotContain("{{");
    }

    /** Each of them is a setting with a default that somebody once wrote down. */
    @ParameterizedTest
    @ValueSource(strings = {"curator", "director", "administrator", "roadmap"})
    void noGuideKnowsADefaultByHeart(String guide) throws IOException {
        assertThat(text(guide)).doesNotContainPattern("(?iu)десять минут|три года|до 14 лет|с 18 —|три рабочих");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P1Y6M | 1 год 6 мес.",
                "P22D | 22 дня",
                "P11D | 11 дней",
                "P3Y | 3 года",
                "P18M | 18 мес.",
                "P100D | 100 дней"
            })
    void aPeriodIsSaidInWords(Period period, String words) {
        assertThat(figures(Duration.ofMinutes(10), period, period).in("{{audit-keep}}, {{notice-before}}"))
                .isEqualTo(words + ", " + words);
    }

    @Test
    void aFigureThatNobodyKnowsIsAMistakeOfTheGuide() {
        HelpFigures figures = figures(Duration.ofMinutes(10), Period.ofYears(3), Period.ofDays(30));
        assertThatThrownBy(() -> figures.in("{{forever}}")).hasMessageContaining("{{forever}}");
    }

    private static HelpFigures figures(Duration takeBack, Period audit, Period notice) {
        return new HelpFigures(
                MESSAGES,
                new TakeBackRules(takeBack),
                new AuditProperties(audit),
                new ConsentRules(15, 19, notice, 4, Set.of()),
                new HeldData(2));
    }

    private static String text(String guide) throws IOException {
        return new ClassPathResource("help/" + guide + ".md").getContentAsString(StandardCharsets.UTF_8);
    }
}
