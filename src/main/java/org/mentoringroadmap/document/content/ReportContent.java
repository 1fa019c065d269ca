package org.mentoringroadmap.document.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.springframework.stereotype.Component;

/**
 * Reports on the monitoring of the programme, from what was counted in its steps. They say what their figures cannot
 * tell: answers of a few are not broken out, and a school's year proves no effect.
 */
@Component
class ReportContent implements DocumentContent {
    private static final String YEAR = "year";
    private static final String OPEN_CAMPAIGN = "Task_OpenCampaign";
    private static final String CLOSE_CAMPAIGN = "Task_CloseCampaign";

    private final Programmes programmes;
    private final Editions editions;
    private final Steps steps;
    private final MentorshipFigures pairs;
    private final ResponseShares shares;
    private final DocumentTexts texts;

    ReportContent(
            Programmes programmes,
            Editions editions,
            Steps steps,
            MentorshipFigures pairs,
            ResponseShares shares,
            DocumentTexts texts) {
        this.programmes = programmes;
        this.editions = editions;
        this.steps = steps;
        this.pairs = pairs;
        this.shares = shares;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(
                DocumentType.REPORT_INTERIM,
                DocumentType.REPORT_SATISFACTION,
                DocumentType.REPORT_QUALITY,
                DocumentType.REPORT_IMPACT);
    }

    @Override
    public String title(DocumentRequest request) {
        String title = texts.text("document.title." + request.type().id());
        return isOfTheYear(request) ? title : texts.text("document.title.report-of", title, period(request));
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        StepAnswers answers = StepAnswers.of(steps.ofInstance(request.instanceId()));
        StepAnswers campaign = campaign(request);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("period", period(request));
        report.putAll(pairs.of(request.programmeId()));
        Integer invited = campaign.figure("invited");
        Integer answered = campaign.figure("answered");
        report.put("invited", invited);
        report.put("answered", answered);
        report.put("answeredShare", shares.percent(answered, invited));
        List<String> notes = new ArrayList<>();
        indicators(request)
                .map(measured -> texts.text("document.report.note.indicators", measured))
                .ifPresent(notes::add);
        shares.noteOnSilence(answered, invited).ifPresent(notes::add);
        if (request.type() == DocumentType.REPORT_IMPACT) {
            impact(report, answers, notes);
        } else {
            answers(report, answers, notes);
        }
        report.put("strengths", lines(answers.text("strengths")));
        report.put("weaknesses", lines(answers.text("weaknesses")));
        report.put("conclusions", lines(answers.text("conclusions")));
        report.put(
                "notes",
                notes.stream().map(note -> CommonContent.values("text", note)).toList());
        data.put("report", report);
    }

    /** What the paper says is to be measured; empty where it does not say. */
    private Optional<String> indicators(DocumentRequest request) {
        return editions.roadmap(programmes.get(request.programmeId()))
                .activities()
                .filter(activity ->
                        request.roadmapItem() != null && activity.items().contains(request.roadmapItem()))
                .map(activity -> activity.constants().get(ModelProperties.INDICATORS))
                .filter(measured -> measured != null && !measured.isBlank())
                .findFirst();
    }

    private void answers(Map<String, Object> report, StepAnswers answers, List<String> notes) {
        Integer respondents = answers.figure("respondents");
        Integer positive = answers.figure("positive");
        report.put("respondents", respondents);
        report.put("positive", shares.unlessFew(positive, respondents));
        report.put("positiveShare", shares.share(positive, respondents));
        shares.noteOnAnswers(respondents).ifPresent(notes::add);
    }

    private void impact(Map<String, Object> report, StepAnswers answers, List<String> notes) {
        Integer twice = answers.figure("measuredTwice");
        Integer improved = answers.figure("improved");
        report.put("measuredBefore", answers.figure("measuredBefore"));
        report.put("measuredAfter", answers.figure("measuredAfter"));
        report.put("measuredTwice", twice);
        report.put("improved", shares.unlessFew(improved, twice));
        report.put("improvedShare", shares.share(improved, twice));
        notes.addAll(shares.notesOnImpact(twice));
    }

    /** The campaign of the same activity that ended last: a control point in May follows that of December. */
    private StepAnswers campaign(DocumentRequest request) {
        List<StepRecord> campaigns = steps.of(request.programmeId(), request.roadmapItem()).stream()
                .filter(step -> Set.of(OPEN_CAMPAIGN, CLOSE_CAMPAIGN).contains(step.step()))
                .toList();
        return campaigns.isEmpty()
                ? StepAnswers.of(campaigns)
                : StepAnswers.of(
                        steps.ofInstance(campaigns.get(campaigns.size() - 1).instanceId()));
    }

    private static List<Map<String, Object>> lines(String text) {
        return CommonContent.lines(text).stream()
                .map(line -> CommonContent.values("text", line))
                .toList();
    }

    private String period(DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        return texts.text(
                "document.report.period." + (isOfTheYear(request) ? YEAR : request.detail()),
                String.valueOf(programme.schoolYear().firstYear()),
                String.valueOf(programme.schoolYear().secondYear()));
    }

    private static boolean isOfTheYear(DocumentRequest request) {
        return request.detail() == null || request.detail().isBlank() || YEAR.equals(request.detail());
    }
}
