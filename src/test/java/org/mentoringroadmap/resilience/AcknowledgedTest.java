package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kill test's memory is worth nothing if it misses a loss: an application that forgets or doubles must fail it. */
class AcknowledgedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

    /** What a start-up that has lost nothing answers. */
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "/api/programmes",
            "[{'id':1,'schoolYear':'2030-2031','roadmap':'target-model','state':'RUNNING'}]",
            "/api/programmes/1/activities",
            "[{'roadmapItem':'000-1.1.1','outcome':'done'}]",
            "/api/programmes/1/documents",
            "[{'id':7,'type':'regulation','status':'APPROVED','number':'12'}]",
            "/api/programmes/1/mentorships",
            "{'items':[{'id':3,'code':'П-001','meetings':[{'kind':'trial','date':'2026-01-20'}]}]}",
            "/engine-rest/history/task",
            "[{'id':'closed'},{'id':'numbered'}]",
            "/engine-rest/incident",
            "[]",
            "/engine-rest/job",
            "[]",
            "/engine-rest/process-instance",
            "[{'businessKey':'1'}]"));

    private final Acknowledged acknowledged = new Acknowledged();
    private HttpServer application;
    private RestClient client;

    @BeforeEach
    void answer() throws IOException {
        application = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        application.createContext("/", exchange -> {
            byte[] body = answers.getOrDefault(exchange.getRequestURI().getPath(), "null")
                    .replace('\'', '"')
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        application.start();
        client = new RestClient(
                URI.create("http://localhost:" + application.getAddress().getPort()));
        acknowledged.started("2030-2031");
        acknowledged.completed(new Acknowledged.Task("closed", "Task_RecordOutcome", "1", "000-1.1.1"), "done", null);
        acknowledged.completed(new Acknowledged.Task("numbered", "Task_Register", "1", "000-1.3.2"), null, "12");
        acknowledged.met("1", "3", "trial", DAY);
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Test
    void whatIsAllThereIsNotMissed() {
        assertThatCode(() -> acknowledged.assertNothingIsLost(client)).doesNotThrowAnyException();
        assertThatCode(() -> acknowledged.assertNothingIsStuck(client)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /api/programmes               | []                                                        | years
                    /api/programmes/1/activities  | [{'roadmapItem':'000-1.1.1'}]                             | closed activities
                    /api/programmes/1/documents   | [{'id':7,'type':'regulation','status':'APPROVED'}]        | registered documents
                    /api/programmes/1/mentorships | {'items':[{'id':3,'meetings':[]}]}                        | meetings
                    /engine-rest/history/task     | [{'id':'numbered'}]                                       | completed tasks
                    """)
    void aLossIsSeen(String path, String afterTheKill, String what) {
        answers.put(path, afterTheKill);

        assertThatThrownBy(() -> acknowledged.assertNothingIsLost(client))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /api/programmes               | [{'id':1,'schoolYear':'2030-2031','roadmap':'a'},{'id':1,'schoolYear':'2030-2031','roadmap':'a'}]               | programmes
                    /api/programmes/1/documents   | [{'type':'regulation','status':'APPROVED','number':'12'},{'type':'protocol','status':'APPROVED','number':'12'}] | registered documents
                    /api/programmes/1/documents   | [{'type':'regulation','status':'APPROVED','number':'12'},{'type':'regulation','status':'DRAFT'}]               | drafts
                    /api/programmes/1/mentorships | {'items':[{'id':3,'meetings':[{'kind':'trial','date':'2026-01-20'},{'kind':'trial','date':'2026-01-20'}]}]}    | meetings
                    """)
    void whatWasDoneTwiceIsSeen(String path, String afterTheKill, String what) {
        answers.put(path, afterTheKill);

        assertThatThrownBy(() -> acknowledged.assertNothingIsLost(client))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /engine-rest/incident         | [{'id':'9'}]                                | incidents
                    /engine-rest/job              | [{'id':'9'}]                                | jobs without retries
                    /engine-rest/process-instance | []                                          | masters
                    /engine-rest/process-instance | [{'businessKey':'1'},{'businessKey':'1'}]   | masters
                    """)
    void whatIsStuckIsSeen(String path, String afterTheKill, String what) {
        answers.put(path, afterTheKill);

        assertThatThrownBy(() -> acknowledged.assertNothingIsStuck(client))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
    }
}
