namespace Networks.Workflows.Mail;

/// <summary>The task that mail can cause, named in process definitions. Stored word.</summary>
public static class MailSteps
{
    /// <summary>A mail did not arrive: the desk corrects the mailbox and sends again, or calls.</summary>
    public const string MendMail = "mend-mail";
}
