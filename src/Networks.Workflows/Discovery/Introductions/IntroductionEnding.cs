using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Introductions;

/// <summary>Ends an introduction without anybody's no; both desks are told that it ended, and neither why.</summary>
internal sealed class IntroductionEnding(IntroductionSteps steps, IntroductionMail mail, BusinessCalendar calendar)
{
    public async Task EndAsync(Case @case, Introduction introduction, CancellationToken cancellationToken)
    {
        introduction.Status = IntroductionStatus.Ended;
        introduction.EndedOn = calendar.Today();
        steps.Record(@case, introduction, IntroductionSteps.Ended);
        await mail.ToDeskAsync(introduction.AskingDesk, introduction, "ended", [await steps.NetworkAsync(@case.Id, cancellationToken)], cancellationToken);
        await mail.ToDeskAsync(introduction.HoldingDesk, introduction, "ended", [await steps.NeedAsync(@case, introduction, cancellationToken)], cancellationToken);
    }
}
