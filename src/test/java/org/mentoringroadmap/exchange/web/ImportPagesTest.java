package org.mentoringroadmap.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.exchange.ImportProgress;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Files with participants, as programs send them and as people bring them to the page. */
class ImportPagesTest extends PeoplePagesTestCase {
    private static final String LIST = "Фамилия;Имя;Дата рождения\nПримеров;Пётр;01.09.2014\n";

    @Autowired
    private ImportProgress progress;

    @ParameterizedTest
    @EnumSource(ParticipantRole.class)
    void theTemplateIsTakenAndTheSecondTimeChangesNothing(ParticipantRole role) throws Exception {
        byte[] template = mvc.perform(get(api("template"))
                        .param("role", role.name())
                        .with(httpBasic(school.login(Role.CURATOR), TestSchool.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String text = new String(template, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFФамилия;Имя;Отчество;Дата рождения;Категория;Класс;");
        assertThat(text.strip().lines()).hasSize(2);

        send(Role.CURATOR, role, false, "образец.csv", template)
                .andExpect(jsonPath("$.rows").value(1))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.errors").isEmpty());
        assertThat(total()).isZero();
        send(Role.CURATOR, role, true, "образец.csv", template)
                .andExpect(jsonPath("$.created").value(1));
        assertThat(total()).isEqualTo(1);
        send(Role.CURATOR, role, true, "образец.csv", template)
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.updated").value(0))
                .andExpect(jsonPath("$.unchanged").value(1));
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void anErrorNamesItsRowAndColumnAndNothingIsStored() throws Exception {
        send(Role.CURATOR, ParticipantRole.MENTEE, true, "список.csv", windows(LIST + "Образцов;Иван;31.02.2014\n"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows").value(2))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].row").value(3))
                .andExpect(jsonPath("$.errors[0].column").value("Дата рождения"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("31.02.2014")));
        assertThat(total()).isZero();
    }

    @Test
    void whatIsNotReadIsSaid() throws Exception {
        send(Role.DEPUTY, ParticipantRole.MENTEE, true, "список.csv", windows("Фамилия;Имя;Рост\nПримеров;Пётр;140\n"))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.warnings[*].column").value(hasItem("Рост")));
    }

    @Test
    void aFileThatIsNoTableIsRefusedInRussian() throws Exception {
        send(Role.CURATOR, ParticipantRole.MENTEE, true, "список.xlsm", windows(LIST))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("макросами")));
        send(Role.CURATOR, ParticipantRole.MENTEE, true, "список.csv", new byte[0])
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("пустой")));
    }

    @Test
    @Timeout(300)
    void twentyThousandRowsAreRefusedAndTenThousandErrorsAreTold() throws Exception {
        send(
                        Role.CURATOR,
                        ParticipantRole.MENTEE,
                        true,
                        "список.csv",
                        windows("Фамилия;Имя\n" + "А;Б\n".repeat(20_000)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("10000")));
        send(
                        Role.CURATOR,
                        ParticipantRole.MENTEE,
                        true,
                        "список.csv",
                        windows("Фамилия;Имя\n" + "А;1\n".repeat(10_000)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.errors.length()").value(10_000))
                .andExpect(jsonPath("$.errors[9999].row").value(10_001));
        assertThat(total()).isZero();
    }

    @Test
    void othersAndStrangersAreRefusedWhateverTheFile() throws Exception {
        TestSchool stranger = schools.create(Role.CURATOR);
        for (Role role : new Role[] {Role.PSYCHOLOGIST, Role.CLASS_TEACHER, Role.MENTOR, Role.TEACHER}) {
            send(role, ParticipantRole.MENTEE, false, "список.csv", new byte[0]).andExpect(status().isForbidden());
        }
        mvc.perform(multipart(api("import"))
                        .file(new MockMultipartFile("file", "список.csv", null, windows(LIST)))
                        .param("role", "MENTEE")
                        .with(httpBasic(stranger.login(Role.CURATOR), TestSchool.PASSWORD)))
                .andExpect(status().isNotFound());
        mvc.perform(multipart(api("import")).param("role", "MENTEE").with(csrf()))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void theCuratorPastesLooksAndConfirms() throws Exception {
        mvc.perform(get(page()).param("role", "MENTOR").session(curator))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Компетенции"), not(containsString("Загрузить: ")))));
        String pasted = "ФИО\tКомпетенции\nПримеров <b>Пётр</b>\tХимия\nОбразцова Анна\tФизика";
        String wrong = check(curator, "MENTOR", pasted);
        assertThat(wrong).contains("Имя пишут буквами").doesNotContain("Загрузить: ");
        String right = check(curator, "MENTOR", pasted.replaceAll("</?b>", ""));
        assertThat(right).contains("Загрузить: 2").contains("Примеров Пётр").contains("Педагог");
        assertThat(total()).isZero();

        MockMultipartHttpServletRequestBuilder confirm = multipart(page());
        confirm.param("role", "MENTOR")
                .param("text", text(right).replace("\n", "\r\n"))
                .param("seal", attribute(right, "seal"))
                .param("key", attribute(right, "key"))
                .param("store", "true")
                .session(curator)
                .with(csrf());
        mvc.perform(confirm)
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(page() + "?role=MENTOR"))
                .andExpect(flash().attribute("done", new ImportController.Done(ParticipantRole.MENTOR, 2, 0, 0)));
        assertThat(total()).isEqualTo(2);
        assertThat(check(curator, "MENTOR", text(right))).contains("загружать нечего");
    }

    @Test
    void thePageAsksHowFarTheTableIs() throws Exception {
        UUID key = UUID.randomUUID();
        mvc.perform(get(page()).session(curator))
                .andExpect(content().string(containsString("data-progress=\"" + page() + "/progress?key=")));
        school.as(Role.CURATOR, () -> progress.start(key, programme)).at(ImportProgress.Phase.WRITING, 2500, 10000);

        mvc.perform(get(page() + "/progress").param("key", key.toString()).session(curator))
                .andExpect(content().string(containsString("Записываю карточки: 2 500 из 10 000")))
                .andExpect(content().string(containsString("value=\"25\"")))
                .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get(page() + "/progress").param("key", key.toString()).session(session(Role.DEPUTY)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Записываю"))));
        mvc.perform(get(page() + "/progress").param("key", "чужой").session(curator))
                .andExpect(status().isBadRequest());
        progress.end(key);
        mvc.perform(get(page() + "/progress").param("key", key.toString()).session(curator))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Записываю"))));
    }

    @Test
    void whatWaitsForAConsentIsSaidAsLongAsItWaits() throws Exception {
        String list = "/programmes/" + programme + "/participants?role=MENTOR";
        assertThat(shown(list)).doesNotContain("Ждут согласия сведения из загруженного списка");
        String checked = check(curator, "MENTOR", "ФИО\tКомпетенции\nПримеров Пётр\tХимия");
        assertThat(checked).contains("Нет согласия на обработку персональных данных: человек");
        MockMultipartHttpServletRequestBuilder confirm = multipart(page());
        confirm.param("role", "MENTOR")
                .param("text", text(checked))
                .param("seal", attribute(checked, "seal"))
                .param("key", attribute(checked, "key"))
                .param("store", "true")
                .session(curator)
                .with(csrf());
        mvc.perform(confirm).andExpect(status().isSeeOther());
        Participant entered = school.as(
                Role.CURATOR,
                () -> registers
                        .find(programme, ParticipantFilter.of(ParticipantRole.MENTOR), 0, 1)
                        .getContent()
                        .get(0));
        String card = "/participants/" + entered.id();

        assertThat(shown(list)).contains("Ждут согласия сведения из загруженного списка");
        assertThat(shown(card)).contains("Другие сведения из загруженного списка ждут согласия");
        sign(entered, ConsentKind.PROCESSING);
        assertThat(shown(list)).doesNotContain("Ждут согласия сведения из загруженного списка");
        assertThat(shown(card)).doesNotContain("Другие сведения из загруженного списка ждут согласия");
    }

    private String shown(String path) throws Exception {
        return mvc.perform(get(path).session(curator))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aTableThatWasChangedAfterTheCheckIsCheckedAgain() throws Exception {
        String checked = check(curator, "MENTEE", LIST);
        MockMultipartHttpServletRequestBuilder confirm = multipart(page());
        confirm.param("role", "MENTEE")
                .param("text", text(checked).replace("Пётр", "Олег"))
                .param("seal", attribute(checked, "seal"))
                .param("store", "true")
                .session(curator)
                .with(csrf());
        mvc.perform(confirm)
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString("изменилась после проверки"), containsString("Олег"))));
        assertThat(total()).isZero();
    }

    @Test
    void missingClassesAreOfferedToTheCurator() throws Exception {
        String list = "Фамилия;Имя;Класс\nПримеров;Пётр;7В";
        assertThat(check(curator, "MENTEE", list))
                .contains("В школе нет классов")
                .contains("name=\"addClasses\"");
        assertThat(check(session(Role.DEPUTY), "MENTEE", list))
                .contains("Добавить их может куратор")
                .doesNotContain("name=\"addClasses\"");
    }

    @Test
    void longListsHavePages() throws Exception {
        StringBuilder list = new StringBuilder("Фамилия;Имя\n");
        for (int i = 0; i < 230; i++) {
            list.append("Примеров")
                    .append((char) ('а' + i / 30))
                    .append((char) ('а' + i % 30))
                    .append(";Пётр\n");
        }
        assertThat(check(curator, "MENTEE", list.toString()))
                .contains("Страница 1 из 3")
                .contains("Загрузить: 230");
        mvc.perform(multipart(page())
                        .param("text", list.toString())
                        .param("page", "2")
                        .param("show", "CREATED")
                        .session(curator)
                        .with(csrf()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Страница 3 из 3"),
                                containsString("<td data-label=\"Строка\">231</td>"))));
    }

    @Test
    void whatCannotBeReadIsSaidOnThePage() throws Exception {
        assertThat(check(curator, "MENTEE", "")).contains("Выберите файл или вставьте таблицу");
        assertThat(check(curator, "MENTEE", "Фамилия;Имя\n\"Примеров;Пётр")).contains("кавычка открыта");
        assertThat(check(curator, "MENTEE", "Имя\nПётр")).contains("нет столбца «Фамилия»");
    }

    @Test
    void whatAColumnIsIsChosenOnThePageAndStoredSo() throws Exception {
        String checked = check(
                curator,
                "MENTEE",
                "Кто;Что;ФИО родителя;Телефон\nПримеров Пётр;8 900 000-00-01;Примерова Анна;8 900 000-00-02");
        assertThat(checked)
                .contains("Так мы поняли ваш лист", "нет столбца «Фамилия»")
                .contains("value=\"REPRESENTATIVE_PHONE\" selected")
                .doesNotContain("Загрузить: ");
        String understood = submit(
                        checked,
                        Map.of("column", List.of("FULL_NAME", "PHONE", "REPRESENTATIVE_NAME", "REPRESENTATIVE_PHONE")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(understood)
                .contains("Загрузить: 1", "value=\"FULL_NAME\" selected", "8 900 000-00-01", "Примерова Анна");
        List<String> chosen = List.of("FULL_NAME", "PHONE", "REPRESENTATIVE_NAME", "REPRESENTATIVE_PHONE");

        submit(understood, Map.of("column", List.of("FULL_NAME", "-", "-", "-"), "store", List.of("true")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("изменилась после проверки")));
        assertThat(total()).isZero();
        submit(understood, Map.of("column", chosen, "store", List.of("true"))).andExpect(status().isSeeOther());
        assertThat(school.as(
                        Role.CURATOR,
                        () -> registers
                                .find(programme, ParticipantFilter.of(ParticipantRole.MENTEE), 0, 1)
                                .getContent()
                                .get(0)
                                .person()
                                .details()))
                .satisfies(person -> {
                    assertThat(person.phone()).isEqualTo("8 900 000-00-01");
                    assertThat(person.representativePhone()).isEqualTo("8 900 000-00-02");
                });
    }

    @Test
    void theOthersAreLoadedWithoutTheRowsWithErrorsWhichStayOnThePage() throws Exception {
        String checked = check(curator, "MENTEE", LIST + "Образцов;Иван;31.02.2014\n");
        assertThat(checked).contains("Загрузить остальные: 1", "Скачать эти строки");

        submit(checked, Map.of(), "/left-out")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Почему не загружено"),
                                containsString("Образцов"),
                                not(containsString("Примеров")))));
        String rest = submit(checked, Map.of("without", List.of("true")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(rest)
                .contains("Список загружен.", "Не загружено строк: <strong>1</strong>", "31.02.2014")
                .doesNotContain("<strong>Примеров</strong>");
        assertThat(total()).isEqualTo(1);
        assertThat(text(rest)).contains("Образцов").doesNotContain("Примеров");
        assertThat(check(curator, "MENTEE", text(rest).replace("31.02", "28.02")))
                .contains("Загрузить: 1");
    }

    @Test
    void whatCannotBeReadIsLeftEmptyWhereTheCuratorWantsIt() throws Exception {
        String checked = check(
                curator, "MENTOR", "Фамилия;Имя;Дни и часы\nПримеров;Пётр;после 15:00\nОбразцов;Иван;пн 15:00–16:00\n");
        assertThat(checked)
                .contains("Оставить непонятные ячейки пустыми: 1", "Непонятно: Дни и часы.", "Загрузить остальные: 1")
                .doesNotContain("Загрузить: ");

        String blank = page(submit(checked, Map.of("blank", List.of("true"))));
        assertThat(blank)
                .contains(
                        "Останутся пустыми непонятные ячейки: <strong>1</strong>",
                        "Загрузить: 2",
                        "Не загрузится. Дни и часы: ");
        assertThat(page(submit(blank, Map.of("unblank", List.of("true")))))
                .contains("Оставить непонятные ячейки пустыми");

        String rest = page(submit(blank, Map.of("store", List.of("true"))));
        assertThat(rest)
                .contains("Список загружен.", "Загружено без части значений строк: <strong>1</strong>", "после 15:00")
                .doesNotContain("<strong>Образцов</strong>");
        assertThat(school.as(
                        Role.CURATOR,
                        () -> registers
                                .find(programme, ParticipantFilter.of(ParticipantRole.MENTOR), 0, 1)
                                .getTotalElements()))
                .isEqualTo(2);
    }

    private static String page(ResultActions answer) throws Exception {
        return answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    @Test
    void columnsToChooseFromStandInGroups() throws Exception {
        assertThat(check(curator, "MENTEE", LIST))
                .contains("<optgroup label=\"Родитель (представитель)\">", "<optgroup label=\"Наставничество\">");
    }

    @Test
    void theApiLeavesRowsOutAndTellsHowItUnderstood() throws Exception {
        byte[] list = windows("Кто;Дата рождения\nПримеров Пётр;01.09.2014\nОбразцов Иван;31.02.2014\n");
        mvc.perform(multipart(api("import"))
                        .file(new MockMultipartFile("file", "список.csv", null, list))
                        .param("role", "MENTEE")
                        .param("confirm", "true")
                        .param("skipErrors", "true")
                        .param("columns", "FULL_NAME,BIRTH_DATE")
                        .with(httpBasic(school.login(Role.CURATOR), TestSchool.PASSWORD)))
                .andExpect(jsonPath("$.stored").value(true))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.refused").value(1))
                .andExpect(jsonPath("$.columns[0].heading").value("Кто"))
                .andExpect(jsonPath("$.columns[0].column").value("FULL_NAME"));
        assertThat(total()).isEqualTo(1);
        mvc.perform(multipart(api("import/left-out"))
                        .file(new MockMultipartFile("file", "список.csv", null, list))
                        .param("role", "MENTEE")
                        .param("columns", "FULL_NAME,BIRTH_DATE")
                        .with(httpBasic(school.login(Role.CURATOR), TestSchool.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"));
    }

    @Test
    void aWebPageIsNamedAndNotRepeated() throws Exception {
        send(
                        Role.CURATOR,
                        ParticipantRole.MENTEE,
                        false,
                        "список.xls",
                        "<html><table><tr><td>Фамилия</td></tr></table>".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isBadRequest())
                .andExpect(
                        jsonPath("$.message").value(allOf(containsString("веб-страница"), not(containsString("<")))));
    }

    @Test
    void aLongListIsSearched() throws Exception {
        StringBuilder list = new StringBuilder("Фамилия;Имя;Представитель\n");
        for (int i = 0; i < 500; i++) {
            list.append("Примеров")
                    .append((char) ('а' + i / 30))
                    .append((char) ('а' + i % 30))
                    .append(";Пётр;Мама")
                    .append(i)
                    .append("\n");
        }
        mvc.perform(multipart(page())
                        .param("text", list.toString())
                        .param("q", "мама499")
                        .session(curator)
                        .with(csrf()))
                .andExpect(content()
                        .string(allOf(
                                containsString("<td data-label=\"Строка\">501</td>"),
                                not(containsString("<td data-label=\"Строка\">2</td>")))));
    }

    /** As a browser sends the form: with all that the page has filled in, and what a person has changed. */
    private ResultActions submit(String page, Map<String, List<String>> changed) throws Exception {
        return submit(page, changed, "");
    }

    private ResultActions submit(String page, Map<String, List<String>> changed, String where) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(page() + where);
        request.param("text", text(page).replace("\n", "\r\n")).param("header", "");
        for (String name : List.of("role", "source", "chosen", "seal", "columnsOf")) {
            request.param(name, HtmlUtils.htmlUnescape(attribute(page, name)).replace("\n", "\r\n"));
        }
        if (page.contains("type=\"hidden\" name=\"blank\"")) {
            request.param("blank", "true");
        }
        if (!changed.containsKey("column")) {
            Matcher selected = Pattern.compile("<option value=\"([A-Z_.]+|-)\" selected=\"selected\"")
                    .matcher(page.substring(page.indexOf("understood-title"), page.indexOf("Понять так")));
            while (selected.find()) {
                request.param("column", selected.group(1));
            }
        }
        changed.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return mvc.perform(request.session(curator).with(csrf()));
    }

    private String check(MockHttpSession session, String role, String text) throws Exception {
        return mvc.perform(multipart(page())
                        .param("role", role)
                        .param("text", text)
                        .session(session)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String text(String page) {
        Matcher matcher = Pattern.compile("<textarea[^>]*>([^<]*)</textarea>").matcher(page);
        assertThat(matcher.find()).isTrue();
        return HtmlUtils.htmlUnescape(matcher.group(1)).replaceFirst("^\n", ""); // as a browser does
    }

    private static String attribute(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private ResultActions send(Role who, ParticipantRole role, boolean confirm, String name, byte[] file)
            throws Exception {
        return mvc.perform(multipart(api("import"))
                .file(new MockMultipartFile("file", name, null, file))
                .param("role", role.name())
                .param("confirm", String.valueOf(confirm))
                .with(httpBasic(school.login(who), TestSchool.PASSWORD)));
    }

    private static byte[] windows(String text) {
        return text.getBytes(Charset.forName("windows-1251"));
    }

    private long total() {
        return school.as(Role.CURATOR, () -> registers.find(programme, ParticipantFilter.of(null), 0, 1))
                .getTotalElements();
    }

    private String api(String what) {
        return "/api/programmes/" + programme + "/participants/" + what;
    }

    private String page() {
        return "/programmes/" + programme + "/participants/import";
    }
}
