using System.Globalization;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Intake;

/// <summary>Writes to the officers of a desk, each in the own language.</summary>
internal sealed class DeskMail(NetworksDbContext db, PublicAddress address, TimeProvider clock)
{
    /// <summary>How long a queued mail can still be taken back.</summary>
    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    /// <param name="kind">Stored word; its sentences are <c>intake.mail-&lt;kind&gt;-subject</c> and <c>-body</c>.</param>
    /// <param name="path">Where the mail leads to; the last value of the body.</param>
    /// <param name="values">The values of subject and body, for a reader of that language.</param>
    /// <returns>The names of those it goes to.</returns>
    public async Task<IReadOnlyList<string>> QueueAsync(
        AssociationId desk, CaseId caseId, string kind, string path, Func<CultureInfo, object[]> values, CancellationToken cancellationToken)
    {
        var officers = await DeskPeople.OfAsync(db, [desk], cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var officer in officers)
        {
            var language = CultureInfo.GetCultureInfo(officer.Language);
            object[] all = [.. values(language), address.Of(path)];
            db.Add(new OutboxMessage(
                Ids.New(clock),
                $"intake.{kind}",
                officer.Email,
                Words.In(language, $"intake.mail-{kind}-subject", all),
                Words.In(language, $"intake.mail-{kind}-body", all),
                now)
            { CaseId = caseId, NotBefore = now + _undo, Language = officer.Language });
        }

        return [.. officers.Select(o => o.FullName)];
    }
}
