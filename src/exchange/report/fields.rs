//! What a report is made of as JSON.

use super::json::Json;
use super::{
    FORM, IncidentFacts, LayerFacts, Report, ReportArticle, SaidFacts, StatementFacts, ThreadFacts,
    VerdictFacts,
};
use crate::exchange::columns::{Cell, figure_cells};
use crate::exchange::told::MarkFacts;
use crate::layer::Figure;
use crate::text::shown::on_a_line;

impl<'a> From<&'a Report> for Json<'a> {
    fn from(report: &'a Report) -> Self {
        let broken = report.broken.iter().map(|(said, gone)| {
            let mut fields = said.fields();
            fields.push(("gone", gone.into()));
            Json::Fields(fields)
        });
        let gaps = report.gaps.iter().map(|(mark, lacks)| [("mark", mark.into()), ("lacks", lacks.into())]);
        Json::from([
            ("postil:report", FORM.into()),
            ("made", (&report.made).into()),
            ("program", (&report.program).into()),
            ("tags", Json::all(report.tags.iter().map(tag))),
            ("articles", Json::all(&report.articles)),
            ("registers", Json::all(&report.registers)),
            ("open", Json::all(report.open.iter().map(|said| Json::Fields(said.fields())))),
            ("threads", Json::all(&report.threads)),
            ("broken", Json::all(broken)),
            ("incidents", Json::all(&report.incidents)),
            ("sources", Json::all(report.sources.iter().map(source))),
            ("gaps", Json::all(gaps)),
        ])
    }
}

fn tag([slug, label, shape, colour]: &[String; 4]) -> Json<'_> {
    Json::from([
        ("slug", slug.into()),
        ("label", label.into()),
        ("shape", shape.into()),
        ("colour", colour.into()),
    ])
}

fn source(line: &[String; 9]) -> Json<'_> {
    let keys =
        ["source", "marks", "figures", "denials_made", "denials_received", "first", "last", "share", "names"];
    Json::Fields(keys.into_iter().zip(line.iter().map(Json::from)).collect())
}

impl<'a> From<&'a LayerFacts> for Json<'a> {
    fn from(layer: &'a LayerFacts) -> Self {
        Json::from([
            ("file", (&layer.file).into()),
            ("annotator", (&layer.annotator).into()),
            ("digest", layer.digest.ni().into()),
            ("marks", layer.n_marks.into()),
        ])
    }
}

impl SaidFacts {
    fn fields(&self) -> Vec<(&str, Json<'_>)> {
        let Self { mark, source, words, article } = self;
        vec![
            ("mark", mark.into()),
            ("source", source.into()),
            ("words", words.into()),
            ("article", article.into()),
        ]
    }
}

impl<'a> From<&'a ThreadFacts> for Json<'a> {
    fn from(thread: &'a ThreadFacts) -> Self {
        let answers = thread.answers.iter().map(|answer| {
            let mut fields = answer.said.fields();
            fields.push(("depth", answer.depth.into()));
            fields.push(("relation", (&answer.relation).into()));
            fields.push(("against", answer.is_against.into()));
            Json::Fields(fields)
        });
        let mut fields = thread.claim.fields();
        fields.push(("contested", thread.is_contested.into()));
        fields.push(("answers", Json::all(answers)));
        fields.push(("verdicts", Json::all(&thread.verdicts)));
        Json::Fields(fields)
    }
}

impl<'a> From<&'a VerdictFacts> for Json<'a> {
    fn from(verdict: &'a VerdictFacts) -> Self {
        Json::from([
            ("person", (&verdict.person).into()),
            ("value", (&verdict.value).into()),
            ("reason", (&verdict.reason).into()),
            ("made", (&verdict.made).into()),
        ])
    }
}

impl<'a> From<&'a ReportArticle> for Json<'a> {
    fn from(of: &'a ReportArticle) -> Self {
        let article = &of.told.article;
        let blocks = of.blocks.iter().map(|block| {
            [
                ("kind", block.kind.into()),
                ("start", block.start.into()),
                ("paragraph", block.paragraph.into()),
                ("text", (&block.text).into()),
            ]
        });
        let date = if article.date.is_empty() { &article.published } else { &article.date };
        Json::from([
            ("path", (&article.path).into()),
            ("title", on_a_line(&article.title, 300).into()),
            ("outlet", (&article.outlet).into()),
            ("date", date.into()),
            ("place", (&article.place).into()),
            ("language", (&article.language).into()),
            ("document", article.document.iri().into()),
            ("digest", article.digest.ni().into()),
            ("layers", Json::all(&of.layers)),
            ("blocks", Json::all(blocks)),
            ("marks", Json::all(of.told.marks.iter().map(mark))),
        ])
    }
}

fn mark(mark: &MarkFacts) -> Json<'_> {
    let annotation = &mark.annotation;
    let links = mark.relations.iter().map(|link| {
        [
            ("relation", link.relation.kind.as_str().into()),
            ("to", link.relation.to.0.to_string().into()),
            ("words", (&link.words).into()),
        ]
    });
    Json::from([
        ("id", annotation.id.0.to_string().into()),
        ("annotator", (&mark.annotator.name).into()),
        ("tags", Json::all(annotation.tags.iter().map(|tag| tag.as_str()))),
        ("quote", annotation.quote().into()),
        ("implied", annotation.implied.is_some().into()),
        ("placement", mark.placement.into()),
        ("pieces", Json::all(mark.pieces.iter().map(|piece| Json::all([piece.start, piece.end])))),
        ("paragraph", mark.paragraph.into()),
        ("source", annotation.attribution.summary().into()),
        ("note", (&annotation.note).into()),
        ("figures", Json::all(annotation.figures.iter().map(figure))),
        ("links", Json::all(links)),
        ("created", annotation.created.to_string().into()),
        ("modified", annotation.modified.map(|time| time.to_string()).into()),
    ])
}

fn figure(figure: &Figure) -> Json<'_> {
    let mut fields: Vec<(&str, Json<'_>)> =
        figure_cells(figure).map(|(name, cell)| (name, cell.into())).collect();
    fields.push(("interval", figure.interval().into()));
    Json::Fields(fields)
}

impl From<Cell> for Json<'_> {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Words(words) if words.is_empty() => Json::Null,
            Cell::Words(words) => words.into(),
            Cell::Count(n) => n.into(),
            Cell::List(all) => Json::all(all),
            Cell::Each(cells) => cells.into_iter().next().map_or(Json::Null, Json::from),
        }
    }
}

impl<'a> From<&'a IncidentFacts> for Json<'a> {
    fn from(incident: &'a IncidentFacts) -> Self {
        let outcomes = incident.outcomes.iter().map(|(outcome, [low, best, high])| {
            [
                ("outcome", outcome.into()),
                ("low", (*low).into()),
                ("best", (*best).into()),
                ("high", (*high).into()),
            ]
        });
        let pairs = incident.pairs.iter().map(|pair| {
            let [one, other] = pair.statements;
            Json::All(vec![one.into(), other.into(), (&pair.verdict).into(), (&pair.reason).into()])
        });
        Json::from([
            ("name", (&incident.name).into()),
            ("person", (&incident.person).into()),
            ("note", (&incident.note).into()),
            ("verdicts", Json::all(&incident.verdicts)),
            ("place", (&incident.place).into()),
            ("days", (&incident.days).into()),
            ("rule", (&incident.rule).into()),
            ("outcomes", Json::all(outcomes)),
            ("statements", Json::all(&incident.statements)),
            ("pairs", Json::all(pairs)),
            ("not_comparable", incident.n_not_comparable.into()),
        ])
    }
}

impl<'a> From<&'a StatementFacts> for Json<'a> {
    fn from(statement: &'a StatementFacts) -> Self {
        let told = statement.told.iter().map(|[day, article, mark]| {
            [("day", day.into()), ("article", article.into()), ("mark", mark.into())]
        });
        Json::from([
            ("origin", (&statement.origin).into()),
            ("outcome", (&statement.outcome).into()),
            ("population", (&statement.population).into()),
            ("low", statement.low.into()),
            ("high", statement.high.into()),
            ("near", statement.near.map(|(from, to)| Json::all([from, to])).into()),
            ("interval", (&statement.interval).into()),
            ("wording", (&statement.wording).into()),
            ("denied", statement.is_denied.into()),
            ("place", (&statement.place).into()),
            ("days", (&statement.days).into()),
            ("blamed", (&statement.blamed).into()),
            ("told", Json::all(told)),
        ])
    }
}
