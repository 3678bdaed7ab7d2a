namespace Networks.Workflows.Intake;

/// <summary>The ways in which the privacy notice is given and a consent is heard. Stored words.</summary>
public static class PrivacyNotice
{
    public static readonly IReadOnlyList<string> Ways = ["phone", "mail", "in-person", "form"];
}
