using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.MakeText;

/// <summary>The facts of a change under the names of its template.</summary>
internal static class ChangeTextValues
{
    public static string TemplateOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Accession => "network-accession",
        ChangeKind.Withdrawal => "network-withdrawal",
        ChangeKind.Amendment => "network-amendment",
        ChangeKind.Closing => "network-closing",
    };

    public static async Task<TemplateValues> LoadAsync(NetworksDbContext db, Case @case, NetworkChange change, DateOnly today, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var firms = (await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == @case.Id && (p.Status == ParticipantStatus.Active || p.Id == change.ParticipantId)
            join f in db.Firms on p.FirmId equals f.Id
            orderby p.Order
            select new { p.Id, Firm = f }).ToListAsync(cancellationToken)).ConvertAll(f => (f.Id, f.Firm));
        var own = firms.Find(f => f.Id == change.ParticipantId).Firm;
        var others = firms.Where(f => f.Id != change.ParticipantId).Select(f => f.Firm).ToList();
        var names = firms.ToDictionary(f => f.Id, f => f.Firm.Name);
        return change.Kind switch
        {
            ChangeKind.Accession => Common(ChangeDocumentFields.Accession, network, @case, others, today).Firm("aderente", own, today)
                .When("decidono le imprese", change.DecidedOn is not null).Date("decisione.data", change.DecidedOn)
                .When("c'è il conferimento", change.ContributionCents > 0).Euro("conferimento.importo", change.ContributionCents),
            ChangeKind.Withdrawal => Common(ChangeDocumentFields.Withdrawal, network, @case, others, today).Firm("uscente", own, today)
                .Text("uscita.causa", Italian($"changes.cause-{change.Cause}")).Date("uscita.comunicazione", change.NoticeOn)
                .When("c'è il giorno di uscita", change.EffectiveOn is not null).Date("uscita.giorno", change.EffectiveOn),
            ChangeKind.Amendment => Common(ChangeDocumentFields.Amendment, network, @case, others, today)
                .Date("decisione.data", change.DecidedOn)
                .Text("deposito.impresa", FilerOf(change, network, firms, names))
                .List("modifica", AmendmentLines.Of(Amendment.Of(change), names), (v, line) => v
                    .Text("modifica.voce", line.Name).Text("modifica.prima", line.Before).Text("modifica.dopo", line.After)),
            ChangeKind.Closing => Common(ChangeDocumentFields.Closing, network, @case, others, today)
                .Text("scioglimento.causa", Italian($"changes.cause-{change.Cause}")).Date("scioglimento.giorno", change.NoticeOn)
                .When("decidono le imprese", change.DecidedOn is not null).Date("decisione.data", change.DecidedOn)
                .When("c'è il fondo", network.Fund is not null),
        };
    }

    private static TemplateValues Common(TemplateFields fields, EnterpriseNetwork network, Case @case, IEnumerable<Firm> firms, DateOnly today) => new TemplateValues(fields)
        .Text("rete.nome", network.Name)
        .Date("contratto.data", @case.DeedOn)
        .List("impresa", firms, (v, f) => v.Firm("impresa", f, today));

    private static TemplateValues Firm(this TemplateValues values, string of, Firm? firm, DateOnly today) => values
        .Text($"{of}.nome", firm?.Name)
        .Text($"{of}.sede", firm?.Seat?.ToString())
        .Text($"{of}.codice fiscale", firm?.TaxCode)
        .Text($"{of}.rappresentante", firm?.RepresentativeOn(today)?.FullName);

    private static string? FilerOf(NetworkChange change, EnterpriseNetwork network, IReadOnlyList<(ParticipantId Id, Firm Firm)> firms, Dictionary<ParticipantId, string> names) =>
        ChangeFilings.Of(network.Kind ?? NetworkKind.Contractual, change.Kind, null, [.. firms.Select(f => f.Id)], change.FilerId ?? network.ReferenceEnterprise?.Participant)
            .Select(id => id is { } firm ? names[firm] : network.Name).FirstOrDefault();

    /// <summary>The documents are in the language of the contract.</summary>
    private static string Italian(string key) => Words.In(System.Globalization.CultureInfo.GetCultureInfo("it"), key);
}
