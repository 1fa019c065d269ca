package org.mentoringroadmap.partner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.partner.Partner;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** A list of organisations as a school has it. */
class PartnerListPagesTest extends PeoplePagesTestCase {
    @Autowired
    private Partners partners;

    @Test
    void organisationsComeFromAListAndNoneTwice() throws Exception {
        school.as(
                Role.CURATOR,
                () -> partners.add(programme, PartnerDetails.named("Завод «Пример»", PartnerKind.EMPLOYER), false));
        String list = """
                № п/п;Наименование организации;Тип;Контактное лицо;Тел.;Эл. почта
                1;завод пример;предприятие;;;
                2;Колледж «Образец»;колледж;Образцова Анна;8 900 000-00-00;kolledzh@example.org
                3;Фонд «Пример»;;;;не почта
                4;Колледж «Образец»;колледж;;;
                """;
        assertThat(mvc.perform(get(path()).session(curator))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        String checked = page(Map.of("text", list));
        assertThat(checked)
                .contains("Так мы поняли ваш лист", "Загрузить остальные: 1", "Проверьте адрес электронной почты");
        String rest = page(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")));
        assertThat(rest).contains("Загружено строк: <strong>1</strong>", "Фонд «Пример»");

        List<Partner> all =
                school.as(Role.CURATOR, () -> partners.all(programme, new Partners.Filter("", null, false)));
        assertThat(all)
                .extracting(partner -> partner.details().name())
                .containsExactly("Завод «Пример»", "Колледж «Образец»");
        assertThat(all.get(1).details().kind()).isEqualTo(PartnerKind.COLLEGE);
        assertThat(all.get(1).details().phone()).isEqualTo("8 900 000-00-00");
        assertThat(all.get(1).details().contactName()).isEqualTo("Образцова Анна");
    }

    @Test
    void kindsAreGuessedByNamesAndTwinsAskedAbout() throws Exception {
        school.as(
                Role.CURATOR,
                () -> partners.add(programme, PartnerDetails.named("ООО «Север»", PartnerKind.EMPLOYER), false));
        String checked = page(Map.of("text", """
                Организация
                Общество с ограниченной ответственностью "Север"
                АО "Академия пекарей"
                ГБПОУ «Педагогический колледж № 1»
                МБОУ СОШ № 5
                СОШ № 5
                АНО «Добрые люди»
                Управление образования
                Шахматный кружок
                """));

        assertThat(checked)
                .contains("похоже на «ООО «Север»»", "«СОШ № 5» — похоже на «МБОУ СОШ № 5»")
                .contains("Загрузить: 8");
        Map<String, String> store = Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal"));
        assertThat(page(store)).contains("Отметьте, что всё верно");
        java.util.HashMap<String, String> accepted = new java.util.HashMap<>(store);
        accepted.put("accepted", "true");
        send(accepted).andExpect(status().is3xxRedirection());
        assertThat(school.as(Role.CURATOR, () -> partners.all(programme, new Partners.Filter("", null, false))))
                .extracting(Partner::name, partner -> partner.details().kind())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("АО \"Академия пекарей\"", PartnerKind.EMPLOYER),
                        org.assertj.core.groups.Tuple.tuple("ГБПОУ «Педагогический колледж № 1»", PartnerKind.COLLEGE),
                        org.assertj.core.groups.Tuple.tuple("МБОУ СОШ № 5", PartnerKind.EDUCATION),
                        org.assertj.core.groups.Tuple.tuple("АНО «Добрые люди»", PartnerKind.NON_PROFIT),
                        org.assertj.core.groups.Tuple.tuple("Управление образования", PartnerKind.AUTHORITY),
                        org.assertj.core.groups.Tuple.tuple("Шахматный кружок", PartnerKind.OTHER));
    }

    private String path() {
        return "/programmes/" + programme + "/partners/import";
    }

    private ResultActions send(Map<String, String> fields) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(path());
        fields.forEach(request::param);
        return mvc.perform(request.session(curator).with(csrf()));
    }

    private String page(Map<String, String> fields) throws Exception {
        return send(fields).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static String text(String page) {
        Matcher matcher = Pattern.compile("<textarea[^>]*>([^<]*)</textarea>").matcher(page);
        assertThat(matcher.find()).isTrue();
        return HtmlUtils.htmlUnescape(matcher.group(1)).replaceFirst("^\n", "");
    }

    private static String attribute(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
