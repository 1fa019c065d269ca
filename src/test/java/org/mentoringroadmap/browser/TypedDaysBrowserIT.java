package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date that is typed in a form of Tasklist is the day that was meant, or is refused at its field; it is no other day. */
@ExtendWith(Chromium.class)
class TypedDaysBrowserIT {
    private static final int SLOW = 20;

    private static final String FORM = """
            {"type": "default", "id": "form", "components": [
              {"type": "radio", "id": "Field_Outcome", "key": "outcome", "label": "Итог", "defaultValue": "done",
               "values": [{"label": "Да", "value": "done"}, {"label": "Нет", "value": "not-held"}]},
              {"type": "datetime", "id": "Field_Date", "key": "date", "dateLabel": "Когда", "subtype": "date",
               "conditional": {"hide": "=outcome = \\"not-held\\""}%s},
              {"type": "number", "id": "Field_Came", "key": "came", "label": "Пришли", "decimalDigits": 0},
              {"type": "textfield", "id": "Field_Note", "key": "note", "label": "Примечание"}]}""";

    private static FormJs forms;

    @BeforeAll
    static void open(Browser browser) {
        forms = new FormJs(browser);
    }

    @AfterAll
    static void close() {
        forms.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.11.2026 | 2026-11-10",
                "1.9.2026 | 2026-09-01",
                "01.09.26 | 2026-09-01",
                "10.11.26 | 2026-11-10",
                "10/11/2026 | 2026-11-10",
                "10,11,2026 | 2026-11-10",
                "10-11-2026 | 2026-11-10",
                "10 11 2026 | 2026-11-10",
                "10. 11. 2026 | 2026-11-10",
                "2026-11-10 | 2026-11-10",
                "2026.11.10 | 2026-11-10",
                "10 ноября 2026 | 2026-11-10",
                "10 НОЯБРЯ 2026 г. | 2026-11-10",
                "10 Ноябрь 2026 года | 2026-11-10",
                "3 мая 26 | 2026-05-03",
                "1 сент. 2026 | 2026-09-01",
                "29.02.2028 | 2028-02-29",
                "'10\u00a0ноября\u00a02026\u00a0г.' | 2026-11-10",
                "'\u200b10.11.2026 ' | 2026-11-10",
                "10–11–2026 | 2026-11-10",
            })
    void whatARussianWritesIsRead(String typed, String day) {
        Locator date = type(typed, "");

        date.press("Tab");

        String shown = day.replaceAll("(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1");
        forms.page().waitForCondition(() -> date.inputValue().equals(shown));
        assertThat(forms.errors()).isEmpty();
        assertThat(forms.submitted("date")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31.11.2026 | нет в календаре",
                "29.02.2027 | нет в календаре",
                "32.01.2026 | нет в календаре",
                "1.13.2026 | нет в календаре",
                "2026-02-30 | нет в календаре",
                "31 июня 2026 | нет в календаре",
                "10 ноября | нет года",
                "11.10 | нет года",
                "32.01. | нет года",
                "10112026 | не читается",
                "10.11.202 | не читается",
                "10.11.20266 | не читается",
                "10.11.0026 | слишком ранняя",
                "вчера | не читается",
                "today | не читается",
                "10 брюмера 2026 | не читается",
                "10.11.2026 и 11.11.2026 | не читается",
            })
    void whatIsNoDayIsRefusedAtItsFieldAndStays(String typed, String why) {
        for (String required : new String[] {"", ", \"validate\": {\"required\": true}"}) {
            Locator date = type(typed, required);

            date.press("Tab");

            assertThat(date.inputValue()).isEqualTo(typed);
            assertThat(forms.errors()).singleElement().asString().contains("«" + typed + "»", why);
            assertThat(forms.submitted("date")).isNull();
            assertThat(forms.wrong()).isOne();
            assertThat(date.inputValue()).as("after «Завершить»").isEqualTo(typed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enter", "Tab", "ArrowDown", "click", "nothing"})
    void anyWayOutOfTheFieldReadsIt(String way) {
        for (String typed : new String[] {"31.11.2026", "2026-11-10"}) {
            Locator date = type(typed, "");

            switch (way) {
                case "click" -> forms.page().locator("#complete").click();
                case "nothing" -> forms.page().evaluate("() => window.shown.submit()");
                default -> date.press(way);
            }

            boolean day = typed.startsWith("2026");
            assertThat(forms.submitted("date")).isEqualTo(day ? "2026-11-10" : null);
            assertThat(date.inputValue()).isEqualTo(day ? "10.11.2026" : typed);
            assertThat(forms.errors()).hasSize(day ? 0 : 1);
        }
    }

    @Test
    void aRefusedDateIsMended() {
        Locator date = type("31.11.2026", "");
        date.press("Tab");
        assertThat(forms.errors()).hasSize(1);

        date.fill("30.11.2026");
        date.press("Tab");
        assertThat(forms.errors()).isEmpty();
        assertThat(forms.submitted("date")).isEqualTo("2026-11-30");

        date.fill("31.11.2026");
        date.press("Tab");
        assertThat(forms.submitted("date")).as("the day of before is not sent").isNull();
        date.fill("");
        date.press("Tab");
        assertThat(forms.errors()).isEmpty();
        assertThat(forms.wrong()).isZero();
    }

    @Test
    void aRefusedDateIsMendedInTheCalendar() {
        Locator date = type("31.11.2026", "");
        date.press("Enter");
        assertThat(forms.errors()).hasSize(1);

        date.click();
        forms.page()
                .locator(".flatpickr-calendar.open .flatpickr-day:not(.prevMonthDay)")
                .first()
                .click();

        assertThat(forms.errors()).isEmpty();
        assertThat(String.valueOf(forms.submitted("date"))).endsWith("-01");
        assertThat(forms.wrong()).isZero();
    }

    @Test
    void aRefusedDateThatIsNotAskedForAnyMoreHoldsNothingUp() {
        type("31.11.2026", "").press("Tab");
        assertThat(forms.wrong()).isOne();

        choose("Нет");
        forms.field("Field_Date").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(forms.wrong()).isZero();

        choose("Да");
        forms.field("Field_Date").waitFor();
        assertThat(forms.wrong()).isZero();
        assertThat(forms.field("Field_Date").inputValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15:30 | 15:30",
                "9.15 | 09:15",
                "в 15 часов | 15:00",
                "15 ч 45 мин | 15:45",
                "15 | 15:00",
                "0930 | 09:30",
                "15-30 | 15:30",
                "00:00 | 00:00",
                "3:30 pm | 15:30",
            })
    void aTimeIsReadAsARussianWritesIt(String typed, String time) {
        Locator field = typeTime(typed);

        field.press("Tab");

        assertThat(field.inputValue()).isEqualTo(time);
        assertThat(forms.submitted("time")).isEqualTo(time);
        assertThat(forms.errors()).isEmpty();
    }

    /** Nobody waits between the last key and «Завершить». */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time     | no_timezone    | 14:15 | 14:15",
                "time     | no_timezone    | 9.15  | 09:15",
                "time     | utc_offset     | 14:15 | 14:15",
                "time     | utc_normalized | 14:15 | 14:15",
                "datetime | no_timezone    | 14:15 | 2026-11-10T14:15",
                "datetime | utc_normalized | 9.15  | 2026-11-10T09:15",
                "time     | no_timezone    | 14:10 |",
                "time     | no_timezone    | поздно |",
                "datetime | no_timezone    | 25:70 |",
                "time     | no_timezone    | '' |",
            })
    void aTimeThatWasTypedLastIsSentOrRefusedByTheClickItself(String parts, String format, String typed, String sent) {
        clickAtOnce(parts, format, typed, sent, 1);
    }

    /** A school's computer is slow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time     | no_timezone    | 9.15  | 09:15",
                "datetime | utc_normalized | 14:15 | 2026-11-10T14:15",
                "time     | no_timezone    | 14:10 |",
            })
    void soItIsOnASlowComputer(String parts, String format, String typed, String sent) {
        clickAtOnce(parts, format, typed, sent, SLOW);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time     | no_timezone    | 14:15 | 14:15",
                "time     | utc_offset     | 14:15 | 14:15",
                "time     | utc_normalized | 14:15 | 14:15",
                "datetime | no_timezone    | 14:15 | 2026-11-10T14:15",
                "datetime | utc_normalized | 9.15  | 2026-11-10T09:15",
                "time     | no_timezone    | поздно |",
                "datetime | no_timezone    | 25:70 |",
                "time     | no_timezone    | '' |",
            })
    void soItIsOnASlowComputerWhateverIsTyped(String parts, String format, String typed, String sent) {
        clickAtOnce(parts, format, typed, sent, SLOW);
    }

    private static void clickAtOnce(String parts, String format, String typed, String sent, int times) {
        for (String before : new String[] {"null", parts.equals("time") ? "\"10:00\"" : "\"2026-11-10T10:00\""}) {
            forms.slow(times);
            showTime(parts, format, "{\"time\": " + before + "}");
            if (parts.equals("datetime")) {
                forms.field("Field_Time").fill("10.11.2026");
            }
            Locator field = forms.page().locator("#place .fjs-timepicker input");
            field.click();
            field.fill(typed);

            Object completed = forms.completed("time");

            forms.slow(Integer.getInteger("browser.slow", 1));
            if (sent == null) {
                assertThat(completed).isNull();
            } else {
                assertThat(String.valueOf(completed))
                        .as("%d times slower, %s before", times, before)
                        .startsWith(sent);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25:70 | не бывает",
                "24:00 | не бывает",
                "14:10 | через каждые 15 минут",
                "вечером | не читается",
                "13:00 pm | не бывает",
                "15:30–16:30 | не читается",
            })
    void whatIsNoTimeIsRefusedAtItsFieldAndNeverAnother(String typed, String why) {
        for (String way : new String[] {"Tab", "Enter", "click"}) {
            Locator field = typeTime(typed);

            if (way.equals("click")) {
                forms.page().locator("#complete").click();
            } else {
                field.press(way);
            }

            assertThat(forms.errors()).singleElement().asString().contains("«" + typed + "»", why);
            assertThat(forms.submitted("time")).isNull();
            assertThat(forms.wrong()).isOne();
        }
    }

    @Test
    void aRefusedTimeIsMendedOrTakenAway() {
        Locator field = typeTime("14:10");
        field.press("Tab");
        assertThat(forms.errors()).hasSize(1);

        field.fill("14:15");
        field.press("Tab");
        assertThat(forms.errors()).isEmpty();
        assertThat(forms.submitted("time")).isEqualTo("14:15");

        field.fill("поздно");
        field.press("Tab");
        assertThat(forms.errors()).hasSize(1);
        assertThat(forms.submitted("time")).as("the time of before is not sent").isNull();
        field.click();
        field.press("Tab");
        assertThat(forms.errors()).isEmpty();
        assertThat(forms.wrong()).isZero();
    }

    private static Locator typeTime(String text) {
        showTime("time", "no_timezone", "{}");
        Locator field = forms.page().locator("#place .fjs-timepicker input");
        field.click();
        field.fill(text);
        return field;
    }

    private static void showTime(String parts, String format, String values) {
        forms.show("""
                {"type": "default", "id": "form", "components": [
                  {"type": "datetime", "id": "Field_Time", "key": "time", "timeLabel": "Во сколько", "subtype": "%s",
                   "dateLabel": "Когда", "use24h": true, "timeInterval": 15, "timeSerializingFormat": "%s"},
                  {"type": "textfield", "id": "Field_Note", "key": "note", "label": "Примечание"}]}""".formatted(parts, format), values);
    }

    @Test
    void aDayOfTheTaskIsShownAndSentAsItIs() {
        forms.show(FORM.formatted(""), "{\"date\": \"2026-11-10\"}");

        forms.page()
                .waitForCondition(() -> forms.field("Field_Date").inputValue().equals("10.11.2026"));
        assertThat(forms.submitted("date")).isEqualTo("2026-11-10");
    }

    /** A number was stored 0.3 s after its last key, and the form was drawn over what was typed meanwhile. */
    @Test
    void nothingIsLostBehindANumber() {
        forms.show(FORM.formatted(""), "{}");
        forms.field("Field_Came").click();
        forms.page().keyboard().type("17");
        forms.page().keyboard().press("Tab");
        forms.page().keyboard().type("Пришли почти все, кроме пятого класса", new Keyboard.TypeOptions().setDelay(25));

        assertThat(forms.submitted("note")).isEqualTo("Пришли почти все, кроме пятого класса");
        assertThat(forms.field("Field_Note").inputValue()).isEqualTo("Пришли почти все, кроме пятого класса");
        assertThat(forms.submitted("came")).isEqualTo(17);
    }

    private static void choose(String option) {
        forms.page()
                .getByText(option, new Page.GetByTextOptions().setExact(true))
                .click();
    }

    private static Locator type(String text, String settings) {
        forms.show(FORM.formatted(settings), "{}");
        Locator date = forms.field("Field_Date");
        date.click();
        date.fill(text);
        return date;
    }
}
