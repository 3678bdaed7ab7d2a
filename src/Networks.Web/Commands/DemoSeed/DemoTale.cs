using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Casework.CloseCase;
using Networks.Workflows.Casework.RecordNote;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.GenerateDraft;
using Networks.Workflows.Drafting.SetTerms;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Intake.ConfirmFirm;
using Networks.Workflows.Intake.OpenCase;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>
/// What happened to one network, act after act. Every act begins with how many days ago it was; it is done on that day
/// or on the working day before. Rounds and answers, signatures and filings lie in the other parts of this class.
/// </summary>
/// <param name="desk">Word of the leading desk.</param>
internal sealed partial class DemoTale(string name, string desk, DateOnly asOf)
{
    private readonly List<DemoAct> _acts = [];
    private readonly Dictionary<string, ParticipantId> _participants = new(StringComparer.Ordinal);
    private readonly List<string> _firms = [];
    private CaseId _case;

    public string Name => name;

    public IReadOnlyList<DemoAct> Acts => _acts;

    /// <summary>Where the network stands when the story ends.</summary>
    public (CaseStatus Status, CasePhase Phase) End { get; private set; }

    public DemoTale EndsIn(CaseStatus status, CasePhase phase)
    {
        End = (status, phase);
        return this;
    }

    /// <param name="firms">Invented words of the firms' names; those of other desks are proposed to them.</param>
    public DemoTale Opens(int ago, string need, NetworkKind? kind, SignatureForm? form, params string[] firms)
    {
        _firms.AddRange(firms);
        return Act(ago, "opens", async (stage, token) =>
        {
            var numbers = string.Join('\n', firms.Select(f => DemoFirms.Called(f).VatNumber));
            var opened = await stage.AsAsync(Officer(desk), new OpenCase(need, numbers) { Name = name, Kind = kind, Form = form }, token);
            _case = opened.Case;
            await FindFirmsAsync(stage, token);
        });
    }

    public DemoTale Confirms(int ago, params string[] firms)
    {
        foreach (var firm in firms)
        {
            Act(ago, $"{firm} takes part", (stage, token) => stage.AsAsync(
                OfficerOf(firm), new ConfirmFirm(_case, _participants[firm], FirmReply.TakesPart) { How = "phone" }, token));
        }

        return this;
    }

    public DemoTale CompletesIntake(int ago) =>
        Act(ago, "completes the intake", (stage, token) => stage.AsAsync(Officer(desk), new CompleteIntake(_case), token));

    /// <summary>Sets the terms and makes the next version from the template.</summary>
    public DemoTale Writes(int ago, DemoTerms terms) => Act(ago, "writes the text", async (stage, token) =>
    {
        var content = terms.Of(name, _firms.ConvertAll(f => (DemoFirms.Called(f), _participants[f])));
        var revision = await stage.ReadAsync((db, t) => db.EnterpriseNetworks.Where(n => n.CaseId == _case).Select(n => n.TermsRevision).SingleAsync(t), token);
        await stage.AsAsync(Officer(desk), new SetTerms(_case, revision, content), token);
        await stage.AsAsync(Officer(desk), new GenerateDraft(_case, Supersede: false), token);
    });

    /// <param name="firm">Whom it was with; null when it was about the case.</param>
    public DemoTale Notes(int ago, string? firm, string outcome, string text) =>
        Act(ago, "notes a call", (stage, token) => stage.AsAsync(
            Officer(desk), new RecordNote(Guid.Empty, _case, NoteChannel.Call, firm is null ? null : _participants[firm], null, outcome, text, null, null, null, NoNextStep: false), token));

    public DemoTale Closes(int ago, string reason, string text) =>
        Act(ago, "closes without outcome", (stage, token) => stage.AsAsync(Officer(desk), new CloseCase(Guid.Empty, _case, reason, text), token));

    private static string Officer(string desk) => DemoProgrammes.All.SelectMany(p => p.Partners).First(p => p.Town == desk).Officers[0].Name;

    private static string OfficerOf(string firm) => Officer(DemoFirms.Called(firm).Desk);

    private DemoTale Act<T>(int ago, string what, Func<DemoStage, CancellationToken, Task<T>> play) =>
        Act(ago, what, (stage, token) => (Task)play(stage, token));

    private DemoTale Act(int ago, string what, Func<DemoStage, CancellationToken, Task> play)
    {
        _acts.Add(new DemoAct(Day(ago), _acts.Count, $"{name} {what}", play));
        return this;
    }

    /// <summary>Back to a working day for what was, on to one for what is to come.</summary>
    private DateOnly Day(int ago)
    {
        var day = asOf.AddDays(-ago);
        while (!BusinessCalendar.IsWorkingDay(day))
        {
            day = day.AddDays(ago < 0 ? 1 : -1);
        }

        return day;
    }

    private async Task FindFirmsAsync(DemoStage stage, CancellationToken cancellationToken)
    {
        var known = await stage.ReadAsync((db, token) => db.Participants.Where(p => p.CaseId == _case)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p.Id, f.Name }).ToListAsync(token), cancellationToken);
        foreach (var firm in _firms)
        {
            _participants[firm] = known.Single(p => p.Name == DemoFirms.Called(firm).Name).Id;
        }
    }
}
