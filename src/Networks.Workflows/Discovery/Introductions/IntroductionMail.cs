using System.Globalization;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Discovery.Introductions;

/// <summary>The mails of an introduction. Before both have said yes, none of them names who must not be known.</summary>
internal sealed class IntroductionMail(NetworksDbContext db, PublicAddress address, TimeProvider clock)
{
    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    /// <param name="kind">Word of the mail: its sentences are <c>discovery.mail-&lt;kind&gt;-subject</c> and <c>-body</c>.</param>
    public async Task ToDeskAsync(AssociationId desk, Introduction introduction, string kind, object[] values, CancellationToken cancellationToken)
    {
        foreach (var officer in await DeskPeople.OfAsync(db, [desk], cancellationToken))
        {
            Queue(officer.Email, officer.Language, introduction.CaseId, kind, [.. values, address.Of($"introductions/{introduction.Id}")]);
        }
    }

    /// <summary>To people of desks about a need; the address of its page is the last value.</summary>
    public void OfNeed(IEnumerable<Officer> people, NeedCall need, string kind, object[] values)
    {
        foreach (var officer in people)
        {
            Queue(officer.Email, officer.Language, need.CaseId, kind, [.. values, address.Of($"needs/{need.Id}")]);
        }
    }

    public void ToFirm(Firm firm, string kind, object[] values)
    {
        if (firm.Email is { } mailbox)
        {
            Queue(mailbox, firm.Language, null, kind, values);
        }
    }

    /// <summary>The firm's own page.</summary>
    public Uri PageOf(string token) => address.Of($"p/{token}");

    public Uri LinkOf(string token) => address.Of($"i/{token}");

    private void Queue(string to, string language, CaseId? caseId, string kind, object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var now = clock.GetUtcNow();
        db.Add(new OutboxMessage(
            Ids.New(clock), $"discovery.{kind}", to, Words.In(culture, $"discovery.mail-{kind}-subject", values), Words.In(culture, $"discovery.mail-{kind}-body", values), now)
        { CaseId = caseId, NotBefore = now + _undo, Language = language });
    }
}
