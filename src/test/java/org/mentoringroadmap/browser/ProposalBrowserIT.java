package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Registers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mentor is proposed to somebody who waits: the curator comes from the list of searches and decides. */
@BrowserTest
class ProposalBrowserIT {
    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MentorshipManagement book;

    @Autowired
    MentorSearches searches;

    @Autowired
    Registers registers;

    @Autowired
    Consents consents;

    @Test
    void theCuratorAcceptsAProposal(Browser browser) {
        for (boolean phone : new boolean[] {false, true}) {
            try (Visitor curator = visitor(browser, phone).signIn("curator", "curator")) {
                curator.open("/roadmap");
                String programme = curator.page().url().replaceAll(".*(/programmes/\\d+).*", "$1");
                Set<String> pages = DemoFormation.make(engine, book, searches, registers, consents, programme);
                pages.forEach(page -> {
                    assertThat(curator.open(page)).isEqualTo(200);
                    curator.lookAtOurs("searches");
                });
                String duties = engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("Task_CollectDuties")
                        .list()
                        .get(0)
                        .getId();
                curator.open("/tasks/duties?taskId=" + duties);
                curator.lookAtOurs("duties");

                curator.follow(curator.await(programme + "/searches", "a:has-text('Рассмотреть предложение')")::click);
                curator.page().locator("h1:has-text('Рассмотреть предложение')").waitFor();
                curator.lookAtOurs("proposal");
                assertThat(curator.page()
                                .locator("button:has-text('Принять: это пара')")
                                .boundingBox()
                                .y)
                        .as("the decision is in sight at once")
                        .isLessThan(740);
                curator.page().locator("button:has-text('Принять: это пара')").click();
                curator.page().waitForURL(url -> !url.contains("/tasks/proposal"));
                curator.takeComplaints();
                curator.open(programme + "/pairs?q=Ожиданов");
                assertThat(curator.texts()).contains("Ожиданов");
                curator.lookAtOurs("pair");
            }
        }
    }

    private Visitor visitor(Browser browser, boolean phone) {
        return phone ? Visitor.withPhone(browser, port, "proposal") : Visitor.atLaptop(browser, port, "proposal");
    }
}
