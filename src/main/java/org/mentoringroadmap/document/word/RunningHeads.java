package org.mentoringroadmap.document.word;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHdrFtrRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;

/**
 * Where several papers lie in one file, a section each, the second sheet of each says whose it is: «Согласие 1027-1-4,
 * лист 2». A field that looks the text up would do in Word only, so each section gets a header of its own.
 */
final class RunningHeads {
    private RunningHeads() {}

    /** Gives the sections, in their order, these texts before the number of the sheet; the first sheets stay as they are. */
    static void write(XWPFDocument document, List<?> heads) {
        List<CTSectPr> sections = sections(document.getDocument().getBody());
        for (int i = 0; i < Math.min(sections.size(), heads.size()); i++) {
            CTSectPr section = sections.get(i);
            for (int at = section.sizeOfHeaderReferenceArray() - 1; at >= 0; at--) {
                CTHdrFtrRef reference = section.getHeaderReferenceArray(at);
                if (reference.getType() == STHdrFtr.DEFAULT) {
                    section.removeHeaderReference(at);
                }
            }
            XWPFHeader header = new XWPFHeaderFooterPolicy(document, section).createHeader(STHdrFtr.DEFAULT);
            XWPFParagraph line = header.getParagraphs().isEmpty()
                    ? header.createParagraph()
                    : header.getParagraphs().get(0);
            line.setStyle("Header");
            line.createRun().setText(heads.get(i) + " ");
            CTSimpleField page = line.getCTP().addNewFldSimple();
            page.setInstr(" PAGE ");
            page.addNewR().addNewT().setStringValue("2"); // until the program that opens the file counts
        }
    }

    private static List<CTSectPr> sections(CTBody body) {
        List<CTSectPr> sections = new ArrayList<>();
        for (CTP paragraph : body.getPList()) {
            if (paragraph.isSetPPr() && paragraph.getPPr().isSetSectPr()) {
                sections.add(paragraph.getPPr().getSectPr());
            }
        }
        if (body.isSetSectPr()) {
            sections.add(body.getSectPr());
        }
        return sections;
    }
}
