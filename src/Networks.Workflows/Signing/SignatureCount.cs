using System.Globalization;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Signing;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Signatures;

namespace Networks.Workflows.Signing;

/// <summary>
/// What follows when a signed file begins to count: the tasks of its signatories end, and with the last of them the deed
/// is made, in the same act.
/// </summary>
internal sealed class SignatureCount(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
{
    /// <param name="state">Its files already hold the ones that begin to count.</param>
    /// <param name="signatories">Whose signatures are new.</param>
    /// <returns>Whether the deed is made now.</returns>
    public async Task<bool> AddAsync(SigningState state, IReadOnlyCollection<ParticipantId> signatories, CancellationToken cancellationToken)
    {
        var complete = state.Signatories.All(s => state.HasSigned(s.Id));
        if (complete)
        {
            MakeDeed(state);
        }

        foreach (var signatory in signatories.Distinct())
        {
            await engine.CompleteAsync(state.Case, SigningSteps.UploadSigned, signatory.Value, "signed", cancellationToken);
        }

        return complete;
    }

    private void MakeDeed(SigningState state)
    {
        var day = state.Files.Where(f => f.Counts).Max(SignedOn);
        db.Add(new Deed(state.Case.Id, SignatureForm.DigitalStandardModel, day, state.Text.Id));
        state.Case.DeedOn = day;
        history.Record(state.Case, "signing.deed-made", day, new Dictionary<string, string>
        {
            ["date"] = day.ToString("O", CultureInfo.InvariantCulture),
            ["form"] = nameof(SignatureForm.DigitalStandardModel),
        });
    }

    // What the signers' computers claim, where they claim something that can be; else the day on which the file came in.
    private DateOnly SignedOn(SignedFile file)
    {
        var uploaded = BusinessCalendar.DayOf(file.UploadedAt);
        var claimed = SignatureReport.FromJson(file.ReportJson).Signers
            .Select(s => s.ClaimedAt).OfType<DateTimeOffset>().Select(BusinessCalendar.DayOf).Where(d => d <= uploaded).ToList();
        var day = claimed.Count == 0 ? uploaded : claimed.Max();
        return day > calendar.Today() ? calendar.Today() : day;
    }
}
