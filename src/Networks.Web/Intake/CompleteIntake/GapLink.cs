using Networks.Web.Intake.AddFirm;
using Networks.Web.Intake.ChooseKind;
using Networks.Web.Intake.EditFirm;
using Networks.Workflows.Intake.CompleteIntake;

namespace Networks.Web.Intake.CompleteIntake;

/// <summary>Where something missing is set right.</summary>
internal static class GapLink
{
    /// <returns>Address and key of the button's word; null where another desk answers.</returns>
    public static (string Address, string Key)? Of(Guid caseId, IntakeGap gap) => gap.Place switch
    {
        GapPlace.Kind => (ChooseKindLink.To(caseId), "intake-pages.to-kind"),
        GapPlace.AddFirm => (AddFirmLink.To(caseId), "intake-pages.to-add"),
        GapPlace.Firm => (EditFirmLink.To(caseId, gap.Participant!.Value.Value), "intake-pages.to-firm"),
        GapPlace.Elsewhere => null,
    };
}
