using System.Text;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>The access matrix: relation by right. Printed as an approved text; the only place that decides who may what.</summary>
public static class AccessPolicy
{
    private static readonly Relation[] _officers =
        [Relation.OwnerDesk, Relation.CoDesk, Relation.InvitedDesk, Relation.OtherDesk, Relation.Lead, Relation.Expert, Relation.Auditor, Relation.Administrator];

    private static readonly Relation[] _desks = [Relation.OwnerDesk, Relation.CoDesk, Relation.InvitedDesk, Relation.OtherDesk];

    public static IReadOnlyList<Relation> Holders(Right right) => right switch
    {
        Right.Public => Enum.GetValues<Relation>(),
        Right.OwnAccount => _officers,
        Right.DeskWork => _desks,
        Right.PersonalData => _desks,
        Right.CaseRead => [Relation.OwnerDesk, Relation.CoDesk, Relation.Auditor],
        Right.CaseSummary => [Relation.OwnerDesk, Relation.CoDesk, Relation.Auditor, Relation.Lead],
        Right.CaseNote => [Relation.OwnerDesk, Relation.CoDesk],
        Right.CaseManage => [Relation.OwnerDesk],
        Right.CaseActForFirm => [Relation.OwnerDesk, Relation.CoDesk],
        Right.ProposalAnswer => [Relation.OwnerDesk, Relation.CoDesk, Relation.InvitedDesk],
        Right.CaseCorrect => [Relation.OwnerDesk],
        Right.TextWrite => [Relation.OwnerDesk],
        Right.RoundManage => [Relation.OwnerDesk],
        Right.FirmAnswer => [Relation.FirmInCase],
        Right.SigningDecide => [Relation.OwnerDesk],
        Right.EffectConfirm => [Relation.OwnerDesk],
        Right.EvidenceExport => [Relation.OwnerDesk, Relation.Auditor],
        Right.RegionRead => [Relation.Lead, Relation.Auditor],
        Right.RegionAct => [Relation.Lead],
        Right.ProcedureMove => [Relation.OwnerDesk],
        Right.ProcedureMoveMany => [Relation.Lead, Relation.Administrator],
        Right.PeopleManage => [Relation.Administrator],
        Right.HoldingsExport => [Relation.Administrator],
        Right.SettingsManage => [Relation.Lead, Relation.Administrator],
        Right.JournalRead => [Relation.Auditor, Relation.Administrator],
        Right.ServiceRun => [Relation.Administrator],
        Right.DemoOnly => Enum.GetValues<Relation>(),
    };

    /// <summary>What rests while a case is suspended: everything that moves it. Reading, notes and corrections go on.</summary>
    public static bool RestsWhileSuspended(Right right) => right is Right.CaseManage or Right.CaseActForFirm or Right.ProposalAnswer
        or Right.TextWrite or Right.RoundManage or Right.FirmAnswer or Right.SigningDecide or Right.EffectConfirm;

    /// <summary>Acts that belong to no case and are written into the journal of the person's association.</summary>
    public static bool IsJournaled(Right right) => right is Right.PersonalData or Right.HoldingsExport or Right.PeopleManage or Right.SettingsManage or Right.ServiceRun or Right.ProcedureMoveMany or Right.RegionAct;

    public static bool Allows(Right right, IEnumerable<Relation> held) =>
        held.Any(relation => relation == Relation.Service || Holders(right).Contains(relation));

    /// <summary>
    /// Null when one of the relations allows it. Otherwise "not allowed" for who may read the case, and "not found" for
    /// everybody else, so that foreign and not existing cannot be told apart.
    /// </summary>
    public static Refusal? Refuse(Right right, IReadOnlyCollection<Relation> held)
    {
        if (Allows(right, held))
        {
            return null;
        }

        return Allows(Right.CaseRead, held)
            ? new Refusal(RefusalKind.NotAllowed, "common.not-allowed")
            : new Refusal(RefusalKind.NotFound, "common.not-found");
    }

    /// <summary>The matrix as text: one line a right, the relations that hold it.</summary>
    public static string Print()
    {
        var text = new StringBuilder();
        foreach (var right in Enum.GetValues<Right>())
        {
            var holders = Holders(right);
            var names = holders.Count == Enum.GetValues<Relation>().Length ? "everybody" : string.Join(", ", holders);
            text.Append($"{right,-17} {names}\n");
        }

        return text.ToString();
    }
}
