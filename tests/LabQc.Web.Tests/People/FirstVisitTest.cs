using System.Net;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.People;

public sealed class FirstVisitTest
{
    private const string Password = "a ladder of blue tubes";

    [Fact]
    public async Task The_first_visit_makes_the_first_administrator_by_the_code_on_the_console_and_never_again()
    {
        await using var laboratory = await RunningLaboratory.Empty();
        var code = laboratory.Laboratory.FirstCode!.Text;
        Assert.Contains(code, laboratory.Printed, StringComparison.Ordinal);
        using var visitor = new Visitor(laboratory);

        Assert.Equal("/start", (await visitor.Get("/sign-in")).Headers.Location!.OriginalString);
        var wrong = await visitor.Post("/start", ("Code", "AAAA-AAAA"), ("PrintedName", "Ada Brandt"), ("Name", "ada.brandt"), ("Password", Password), ("PasswordAgain", Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var shortPassword = await visitor.Post("/start", ("Code", code), ("PrintedName", "Ada Brandt"), ("Name", "ada.brandt"), ("Password", "short"), ("PasswordAgain", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shortPassword.StatusCode);
        Assert.Contains("value=\"Ada Brandt\"", await shortPassword.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var made = await visitor.Post("/start", ("Code", code), ("PrintedName", "Ada Brandt"), ("Name", "ada.brandt"), ("Password", Password), ("PasswordAgain", Password));
        Assert.Equal("/sign-in", made.Headers.Location!.OriginalString);
        Assert.Equal("/sign-in", (await visitor.Get("/start")).Headers.Location!.OriginalString);

        using var administrator = await SignedInClient.Of(laboratory, "ada.brandt", Password);
        Assert.Contains("One person", await administrator.Read("/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invited_person_sets_an_own_password_by_a_link_that_works_once()
    {
        await using var laboratory = await RunningLaboratory.Empty();
        using var visitor = new Visitor(laboratory);
        await visitor.Post("/start", ("Code", laboratory.Laboratory.FirstCode!.Text), ("PrintedName", "Ada Brandt"), ("Name", "ada.brandt"), ("Password", Password), ("PasswordAgain", Password));
        using var administrator = await SignedInClient.Of(laboratory, "ada.brandt", Password);

        var mixed = await administrator.Post("/people/new", ("Name", "x.y"), ("PrintedName", "X Y"), ("IdentityCheckedBy", "Ada"), ("Roles", "administrator"), ("Roles", "qa-manager"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mixed.StatusCode);
        var invited = await administrator.Post("/people/new", ("Name", "mira.okafor"), ("PrintedName", "Mira <b>Okafor</b>"), ("IdentityCheckedBy", "Ada Brandt, by passport"), ("Roles", "technician"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, invited.StatusCode);
        invited = await administrator.Post("/people/new", ("Name", "mira.okafor"), ("PrintedName", "Mira Okafor"), ("IdentityCheckedBy", "Ada Brandt, by passport"), ("Roles", "technician"));
        var page = await invited.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var link = System.Text.RegularExpressions.Regex.Match(page, "/activate/[A-Za-z0-9%-]+").Value;

        using var mira = new Visitor(laboratory);
        var started = await mira.Post(link, ("Code", Uri.UnescapeDataString(link["/activate/".Length..])), ("Password", "seven grey pipettes"), ("PasswordAgain", "seven grey pipettes"), ("Accepts", "true"));
        Assert.Equal("/", started.Headers.Location!.OriginalString);
        var again = await mira.Post(link, ("Code", Uri.UnescapeDataString(link["/activate/".Length..])), ("Password", "another long password"), ("PasswordAgain", "another long password"), ("Accepts", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        using var technician = await SignedInClient.Of(laboratory, "mira.okafor", "seven grey pipettes");
        Assert.Equal(HttpStatusCode.Forbidden, (await technician.Get("/people")).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_a_name_and_an_administrator_can_lift_the_lock()
    {
        await using var laboratory = await RunningLaboratory.Empty();
        using var visitor = new Visitor(laboratory);
        await visitor.Post("/start", ("Code", laboratory.Laboratory.FirstCode!.Text), ("PrintedName", "Ada Brandt"), ("Name", "ada.brandt"), ("Password", Password), ("PasswordAgain", Password));
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/sign-in", ("Name", "ada.brandt"), ("Password", "wrong wrong wrong"))).StatusCode);

        var locked = await visitor.Post("/sign-in", ("Name", "ada.brandt"), ("Password", Password));

        Assert.Contains("locked until", await locked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_on_the_server_at_sign_out()
    {
        await using var laboratory = await RunningLaboratory.Empty();
        using var visitor = new Visitor(laboratory);
        await visitor.Post("/start", ("Code", laboratory.Laboratory.FirstCode!.Text), ("PrintedName", "Ada Brandt"), ("Name", "ada.brandt"), ("Password", Password), ("PasswordAgain", Password));
        using var administrator = await SignedInClient.Of(laboratory, "ada.brandt", Password);
        await administrator.Read("/people");
        Assert.Single(laboratory.Laboratory.Sessions.Open());

        await administrator.Post("/sign-out");

        Assert.Empty(laboratory.Laboratory.Sessions.Open());
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Get("/people")).StatusCode);
    }
}
