package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The curator's August: a pasted list of two classes, their printed consents ticked, and the register with what is missing. */
@BrowserTest
class PeopleBrowserIT {
    private static final Pattern CODE = Pattern.compile("\\b\\d+-\\d-\\d\\b");
    private static final int SCHOOL_AGE = 11;

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Programmes programmes;

    @Autowired
    Clock clock;

    private TestSchool school;
    private LocalDate today;

    @Test
    void fromTheListToTheRegister(Browser browser) throws IOException {
        today = LocalDate.now(clock);
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        programmes.open(school.id(), SchoolYear.around(today), "target-model");

        String code;
        try (Visitor curator = signIn(Visitor.atLaptop(browser, port, "people"))) {
            paste(curator);
            code = tickClass(curator, "5А");
            seeRegister(curator);
        }
        try (Visitor curator = signIn(Visitor.withPhone(browser, port, "people"))) {
            tickFoundByCode(curator, code);
        }
    }

    /** The list has a wrong date; it is mended on the page, and both classes come into being with it. */
    private void paste(Visitor curator) {
        Page page = curator.page();
        curator.open("/participants");
        curator.follow(page.locator("a:has-text('Загрузите список')")::click);
        page.getByLabel("Или вставьте таблицу вместе с заголовками")
                .fill(list("31.02." + (today.getYear() - SCHOOL_AGE)));
        curator.lookAtOurs("import-pasted");
        page.locator("button:has-text('Проверить')").click();
        page.locator("text=Строк с ошибками").waitFor();
        assertThat(curator.texts()).contains("Дата рождения").doesNotContain("Загрузить:");
        curator.lookAtOurs("import-error");

        page.getByLabel("Таблица", new Page.GetByLabelOptions().setExact(true))
                .fill(list("28.02." + (today.getYear() - SCHOOL_AGE)));
        page.locator("button:has-text('Проверить исправленное')").click();
        page.getByLabel("Добавить недостающие классы при загрузке").waitFor();
        page.locator("button:has-text('Добавить и проверить ещё раз')").click();
        Locator store = page.locator("button:has-text('Загрузить: 4')");
        store.waitFor();
        page.waitForLoadState();
        assertThat(page.locator("table.table-hover tbody tr").count())
                .as("the mended rows are seen")
                .isEqualTo(4);
        curator.lookAtOurs("import-preview");
        store.click();
        page.locator("text=Список загружен.").waitFor();
        curator.lookAtOurs("import-stored");
    }

    /** Ticks all of a class whose forms were printed; answers the code on the form of somebody who has not signed. */
    private String tickClass(Visitor curator, String schoolClass) throws IOException {
        Page page = curator.page();
        curator.follow(page.locator("a:has-text('Отметить согласия')")::click);
        curator.lookAtOurs("consents");
        curator.follow(page.locator("tr:has-text('" + schoolClass + "') a:has-text('Отметить')")::click);
        page.locator("button:has-text('Сохранить отметки')").waitFor();
        Locator print = page.locator("main p:has-text('Напечатать бланки') a").last();
        // a second sheet of a form has the code in its running head again
        List<String> codes =
                codes(text(curator.download(print))).stream().distinct().toList();
        assertThat(codes).as("a form for everybody of the class").hasSize(3);

        page.locator("button[data-tick-all='PROCESSING']").click();
        curator.lookAtOurs("consents-ticked");
        curator.follow(page.locator("button:has-text('Сохранить отметки')")::click);
        page.locator(".alert-success").waitFor();
        assertThat(page.locator("tbody .badge:has-text('есть')").count()).isEqualTo(3);
        curator.lookAtOurs("consents-saved");
        return codes.get(0);
    }

    private void seeRegister(Visitor curator) {
        Page page = curator.page();
        page.locator("nav a:has-text('Наставляемые')").click();
        page.locator("text=Всего: 4").waitFor();
        curator.lookAtOurs("register");
        page.getByLabel("Согласия").selectOption("PROCESSING");
        curator.follow(page.locator("button:has-text('Найти')")::click);
        page.locator("text=Нашлось: 1").waitFor();
        assertThat(page.locator("tbody tr").innerText()).contains("Образцова").contains("6Б");
        curator.lookAtOurs("register-missing");
        page.locator("tbody a").first().click();
        page.locator("h1:has-text('Образцова')").waitFor();
        curator.lookAtOurs("card");
    }

    /** On the phone the form's code opens the row, and its tick stands already. */
    private void tickFoundByCode(Visitor curator, String code) {
        Page page = curator.page();
        curator.open("/participants");
        page.locator("nav a:has-text('Согласия')").last().click();
        page.getByLabel("Код с бланка").fill(code);
        page.locator("button:has-text('Открыть строку')").click();
        page.locator("input[data-kind]:checked").waitFor();
        curator.lookAtOurs("found-by-code");
        curator.follow(page.locator("button:has-text('Сохранить отметки')")::click);
        page.locator(".alert-success").waitFor();
        curator.lookAtOurs("found-saved");
    }

    private String list(String birthday) {
        int year = today.getYear() - SCHOOL_AGE;
        return String.join(
                "\n",
                "ФИО\tДата рождения\tКласс\tИнтересы\tПредставитель\tКем приходится",
                "Примеров Пример Примерович\t01.03." + year + "\t5А\tшахматы\tПримерова Анна Ивановна\tмать",
                "Пробная Проба Пробовна\t" + birthday + "\t5 а\tпение, шахматы\tПробный Иван Иванович\tотец",
                "Тестов Тест Тестович\t1 мая " + year + " г.\t5-А\t\tТестова Ольга Петровна\tмать",
                "Образцова Анна Петровна\t02.04." + (year - 1) + "\t6Б\tмодели\tОбразцов Пётр Ильич\tотец");
    }

    private Visitor signIn(Visitor visitor) {
        return visitor.signIn(school.login(Role.CURATOR), TestSchool.PASSWORD);
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText().replace('\u00a0', ' ');
        }
    }
}
