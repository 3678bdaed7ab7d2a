using System.Globalization;
using Networks.Data.Services;
using Networks.Web.Components;
using Networks.Workflows.Common;

namespace Networks.Web.Services;

/// <summary>States and amounts of services.</summary>
internal static class ServiceWords
{
    public static TagState TagOf(ServiceRequestStatus status) => status switch
    {
        ServiceRequestStatus.Asked => TagState.Open,
        ServiceRequestStatus.Accepted => TagState.Partly,
        ServiceRequestStatus.Declined => TagState.No,
        ServiceRequestStatus.Delivered => TagState.Done,
    };

    /// <summary>"12 h · 900,00 €"; what nobody knows is told as unknown.</summary>
    public static string Effort(int? hours, long? cents) => Words.Say("service-pages.effort",
        hours is { } known ? known.ToString(CultureInfo.CurrentCulture) : "?", cents is { } euros ? TypedEuros.Text(euros) : Words.Say("life-pages.unknown"));

    public static int? Hours(string? typed) => int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours) ? hours : null;
}
